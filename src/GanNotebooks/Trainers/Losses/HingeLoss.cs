using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>The discriminator learns only from scores that are not yet 1 beyond the border. Lim and Ye 2017, equations 1 and 2; Miyato et al. 2018, equation 16.</summary>
public sealed record HingeLoss : IAdversarialLoss
{
    /// <summary>E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => (1 - real).relu_().mean() + (1 + fake).relu_().mean();

    /// <summary>−E[D(G(z))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => -fake.mean();
}
