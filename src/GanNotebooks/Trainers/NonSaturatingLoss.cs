using TorchSharp;
using static TorchSharp.torch.nn.functional;

namespace GanNotebooks.Trainers;

/// <summary>The loss that GANs are trained with: the generator maximizes log D(G(z)). Goodfellow et al. 2014, end of section 3.</summary>
public sealed record NonSaturatingLoss : IAdversarialLoss
{
    /// <summary>−E[log D(x)] − E[log(1 − D(G(z)))]; softplus(s) = log(1 + eˢ) = −log σ(−s) never overflows.</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => softplus(-real).mean() + softplus(fake).mean();

    /// <summary>−E[log D(G(z))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => softplus(-fake).mean();
}
