namespace GanNotebooks.Trainers;

/// <summary>What one step of training measured.</summary>
/// <param name="Number">The step, from 1.</param>
/// <param name="DiscriminatorLoss">The discriminator's loss before its update; 2·log 2 ≈ 1.386 when it cannot tell at all.</param>
/// <param name="GeneratorLoss">The generator's loss before its update; log 2 ≈ 0.693 when the discriminator cannot tell.</param>
/// <param name="RealScore">Mean D(x) of the real batch, in [0, 1].</param>
/// <param name="FakeScore">Mean D(G(z)) of the generated batch, in [0, 1].</param>
public readonly record struct TrainingStep(long Number, double DiscriminatorLoss, double GeneratorLoss, double RealScore, double FakeScore);
