using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Scores as targets: real samples want 1, generated ones 0. Mao et al. 2017, equation 9.</summary>
/// <remarks>A sample that is on the right side and far away is pulled back too, so its gradient never vanishes.</remarks>
/// <param name="RealTarget">What the discriminator should say of real samples: 1, or a little less.</param>
public sealed record LeastSquaresLoss(double RealTarget = 1) : IAdversarialLoss
{
    /// <summary>½·E[(D(x) − 1)²] + ½·E[D(G(z))²].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => 0.5 * (real - RealTarget).square().mean() + 0.5 * fake.square().mean();

    /// <summary>½·E[(D(G(z)) − 1)²].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => 0.5 * (fake - 1).square().mean();
}
