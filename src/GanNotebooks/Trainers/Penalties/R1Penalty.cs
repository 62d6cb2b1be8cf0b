using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Asks the discriminator to be flat where the data are. Mescheder et al. 2018, equation 9.</summary>
/// <param name="Gamma">γ: 10 in the paper.</param>
public sealed record R1Penalty(double Gamma = 10) : ICriticPenalty
{
    /// <summary>(γ/2)·E[‖∇D(x)‖²] on real samples.</summary>
    public torch.Tensor Of(Discriminator critic, torch.Tensor real, torch.Tensor fake, torch.Tensor? labels) =>
        Gamma / 2 * Slopes.Of(critic, real.detach().requires_grad_(), labels).square().sum(1).mean();
}
