using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>The critic's loss is minus its estimate of the Wasserstein distance. Arjovsky et al. 2017, algorithm 1.</summary>
/// <remarks>It needs a critic with bounded slopes: <see cref="WeightClipping"/> or a <see cref="GradientPenalty"/>.</remarks>
/// <param name="Drift">The weight of a term that keeps real scores from drifting off; 0.001 in Karras et al. 2018, appendix A.1.</param>
public sealed record WassersteinLoss(double Drift = 0) : IAdversarialLoss
{
    /// <summary>E[D(G(z))] − E[D(x)] + drift·E[D(x)²].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake)
    {
        var loss = fake.mean() - real.mean();
        return Drift == 0 ? loss : loss + Drift * real.square().mean();
    }

    /// <summary>−E[D(G(z))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => -fake.mean();
}
