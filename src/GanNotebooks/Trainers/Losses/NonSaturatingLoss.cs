using TorchSharp;
using static TorchSharp.torch.nn.functional;

namespace GanNotebooks.Trainers;

/// <summary>The loss that GANs are trained with: the generator maximizes log D(G(z)). Goodfellow et al. 2014, end of section 3.</summary>
/// <param name="RealTarget">
/// What the discriminator should say of real samples: 1, or a little less, such as 0.9, so that it never gets too sure
/// (one-sided label smoothing, Salimans et al. 2016, section 3.4).
/// </param>
public sealed record NonSaturatingLoss(double RealTarget = 1) : IAdversarialLoss
{
    /// <summary>−E[t·log D(x) + (1 − t)·log(1 − D(x))] − E[log(1 − D(G(z)))]; softplus(s) = log(1 + eˢ) = −log σ(−s) never overflows.</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake)
    {
        var loss = softplus(-real).mean() + softplus(fake).mean();
        return RealTarget == 1 ? loss : loss + (1 - RealTarget) * real.mean();      // softplus(s) = softplus(−s) + s
    }

    /// <summary>−E[log D(G(z))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => softplus(-fake).mean();
}
