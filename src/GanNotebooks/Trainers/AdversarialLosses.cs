using TorchSharp;
using static TorchSharp.torch.nn.functional;

namespace GanNotebooks.Trainers;

/// <summary>The losses of both players, computed from the discriminator's scores.</summary>
public interface IAdversarialLoss
{
    /// <summary>The discriminator's loss.</summary>
    /// <param name="real">Scores of real samples, logits (N).</param>
    /// <param name="fake">Scores of generated samples, logits (N).</param>
    /// <returns>A scalar.</returns>
    torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake);

    /// <summary>The generator's loss.</summary>
    /// <param name="fake">Scores of generated samples, logits (N).</param>
    /// <returns>A scalar.</returns>
    torch.Tensor OfGenerator(torch.Tensor fake);

    /// <summary>Whether the generator's loss compares generated samples with real ones, so that its step has to score those too.</summary>
    bool ComparesWithReal => false;

    /// <summary>The generator's loss from real and generated samples; most losses ignore the real ones.</summary>
    /// <param name="real">Scores of real samples, logits (N), without gradients.</param>
    /// <param name="fake">Scores of generated samples, logits (N).</param>
    /// <returns>A scalar.</returns>
    torch.Tensor OfGenerator(torch.Tensor real, torch.Tensor fake) => OfGenerator(fake);
}

/// <summary>The usual loss of GANs: the generator maximizes log D(G(z)). Goodfellow et al. 2014, end of section 3.</summary>
/// <param name="RealTarget">
/// The discriminator's target for real samples: 1, or a little less, such as 0.9, so that it does not become too sure
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

/// <summary>The game's original loss: the generator minimizes log(1 − D(G(z))). Goodfellow et al. 2014, equation 1.</summary>
/// <remarks>Its gradient vanishes where the discriminator is sure, which is where the generator needs it most.</remarks>
public sealed record MinimaxLoss : IAdversarialLoss
{
    /// <summary>−E[log D(x)] − E[log(1 − D(G(z)))].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => softplus(-real).mean() + softplus(fake).mean();

    /// <summary>E[log(1 − D(G(z)))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => -softplus(fake).mean();
}

/// <summary>Squared differences from targets: real samples should score 1, generated ones 0. Mao et al. 2017, equation 9.</summary>
/// <remarks>A sample that is on the right side and far away is pulled back too, so its gradient never vanishes.</remarks>
/// <param name="RealTarget">The discriminator's target for real samples: 1, or a little less.</param>
public sealed record LeastSquaresLoss(double RealTarget = 1) : IAdversarialLoss
{
    /// <summary>½·E[(D(x) − 1)²] + ½·E[D(G(z))²].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => 0.5 * (real - RealTarget).square().mean() + 0.5 * fake.square().mean();

    /// <summary>½·E[(D(G(z)) − 1)²].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => 0.5 * (fake - 1).square().mean();
}

/// <summary>The discriminator learns only from scores that are not yet 1 beyond the border. Lim and Ye 2017, equations 1 and 2; Miyato et al. 2018, equation 16.</summary>
public sealed record HingeLoss : IAdversarialLoss
{
    /// <summary>E[max(0, 1 − D(x))] + E[max(0, 1 + D(G(z)))].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => (1 - real).relu_().mean() + (1 + fake).relu_().mean();

    /// <summary>−E[D(G(z))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => -fake.mean();
}

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

/// <summary>
/// Each real sample is compared with one generated sample: the discriminator scores by how much it is the more real of the two, and the generator
/// wants the opposite. Jolicoeur-Martineau 2019, section 4.1 (RSGAN); the loss of R3GAN (Huang et al. 2024, equation 2).
/// </summary>
/// <remarks>Adding a number to all scores changes nothing. Both losses are log 2 when the two kinds of samples score alike.</remarks>
public sealed record RelativisticLoss : IAdversarialLoss
{
    /// <inheritdoc/>
    public bool ComparesWithReal => true;

    /// <summary>−E[log σ(D(x) − D(G(z)))].</summary>
    public torch.Tensor OfDiscriminator(torch.Tensor real, torch.Tensor fake) => softplus(fake - real).mean();

    /// <summary>−E[log σ(D(G(z)) − D(x))].</summary>
    public torch.Tensor OfGenerator(torch.Tensor real, torch.Tensor fake) => softplus(real - fake).mean();

    /// <summary>The same loss when all real samples score 0.</summary>
    public torch.Tensor OfGenerator(torch.Tensor fake) => softplus(-fake).mean();
}
