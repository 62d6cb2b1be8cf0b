namespace GanNotebooks.Trainers;

/// <summary>How a GAN is trained.</summary>
public sealed record TrainingOptions
{
    /// <summary>Real and generated samples a step, at least 2.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>Adam's step size for the generator.</summary>
    public double GeneratorRate { get; init; } = 2e-4;

    /// <summary>Adam's step size for the discriminator.</summary>
    public double DiscriminatorRate { get; init; } = 2e-4;

    /// <summary>How slowly Adam's mean gradient forgets; GANs want less memory than Adam's usual 0.9.</summary>
    public double Beta1 { get; init; } = 0.5;

    /// <summary>How slowly Adam's mean squared gradient forgets.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>What the two players minimize.</summary>
    public IAdversarialLoss Loss { get; init; } = new NonSaturatingLoss();

    /// <summary>Small images with fully connected networks.</summary>
    public static TrainingOptions VanillaImages { get; } = new() { GeneratorRate = 3e-4, DiscriminatorRate = 3e-4 };

    /// <summary>Points of the plane, with steps that are large enough to be fun to watch.</summary>
    public static TrainingOptions VanillaPoints { get; } = new() { BatchSize = 256, GeneratorRate = 1e-3, DiscriminatorRate = 1e-3 };

    /// <summary>A set-up that is known to collapse on a ring of Gaussians.</summary>
    public static TrainingOptions Collapsing { get; } = new() { BatchSize = 512, GeneratorRate = 1e-4, DiscriminatorRate = 1e-4 };
}
