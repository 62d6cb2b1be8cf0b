namespace GanNotebooks.Trainers;

/// <summary>What one step of training measured.</summary>
/// <param name="Number">The step, from 1.</param>
/// <param name="DiscriminatorLoss">The discriminator's loss before its update, penalty included; with the logarithmic loss 2·log 2 ≈ 1.386 when it cannot tell real from generated.</param>
/// <param name="GeneratorLoss">The generator's loss before its update; log 2 ≈ 0.693 when the discriminator cannot tell.</param>
/// <param name="RealScore">Mean D(x) of the real batch, in [0, 1].</param>
/// <param name="FakeScore">Mean D(G(z)) of the generated batch, in [0, 1].</param>
public readonly record struct TrainingStep(long Number, double DiscriminatorLoss, double GeneratorLoss, double RealScore, double FakeScore)
{
    /// <summary>The mean of the real batch's logits: the measure for critics, whose scores are not probabilities.</summary>
    public double RealLogit { get; init; }

    /// <summary>The mean of the generated batch's logits.</summary>
    public double FakeLogit { get; init; }

    /// <summary>The penalty's part of the discriminator's loss.</summary>
    public double Penalty { get; init; }

    /// <summary>How many real images the discriminator has seen in all.</summary>
    public long ImagesSeen { get; init; }

    /// <summary>The critic's estimate of the Wasserstein distance, E[D(x)] − E[D(G(z))], up to the factor by which its slopes differ from 1.</summary>
    public double Distance => RealLogit - FakeLogit;
}
