using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Asks the critic for slopes of length 1 between real and generated samples. Gulrajani et al. 2017, equation 3.</summary>
/// <param name="Weight">λ: 10 in the paper, 0.1 in its authors' code for points of the plane.</param>
public sealed record GradientPenalty(double Weight = 10) : ICriticPenalty
{
    /// <summary>λ·E[(‖∇D(x̂)‖₂ − 1)²] on straight lines between real and generated samples.</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels)
    {
        var mix = torch.rand([real.shape[0], .. Enumerable.Repeat(1L, (int)real.ndim - 1)]).to(real.device);    // one ε a sample, uniform
        var between = (mix * real + (1 - mix) * fake).detach().requires_grad_();
        var slopes = Slopes.Of(critic, between, labels);
        var lengths = (slopes.square().sum(1) + 1e-12).sqrt();       // the sum keeps √ off zero, where its slope is infinite
        return Weight * (lengths - 1).square().mean();
    }
}
