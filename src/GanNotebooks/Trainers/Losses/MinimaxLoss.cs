using TorchSharp;
using static TorchSharp.torch.nn.functional;

namespace GanNotebooks.Trainers;

/// <summary>The game as first written down: the generator minimizes log(1 − D(G(z))). Goodfellow et al. 2014, equation 1.</summary>
/// <remarks>Its gradient vanishes where the discriminator is sure, which is where the generator needs it most.</remarks>
public sealed record MinimaxLoss : IAdversarialLoss
{
    /// <summary>−E[log D(x)] − E[log(1 − D(G(z)))].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => softplus(-real).mean() + softplus(fake).mean();

    /// <summary>E[log(1 − D(G(z)))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => -softplus(fake).mean();
}
