using System.Text.Json.Serialization;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>How a GAN is trained.</summary>
public sealed partial record TrainingOptions
{
    /// <summary>Real and generated samples a step, at least 2.</summary>
    public int BatchSize { get; init; } = 64;

    /// <summary>The generator's step size.</summary>
    public double GeneratorRate { get; init; } = 2e-4;

    /// <summary>The discriminator's step size.</summary>
    public double DiscriminatorRate { get; init; } = 2e-4;

    /// <summary>How gradients become changes of weights.</summary>
    public IUpdateRule UpdateRule { get; init; } = new AdamRule();

    /// <summary>What the two players minimize.</summary>
    public IAdversarialLoss Loss { get; init; } = new NonSaturatingLoss();

    /// <summary>A term of the generator's loss beside the adversarial one, or none.</summary>
    public IGeneratorTerm? GeneratorTerm { get; init; }

    /// <summary>Real samples beside conditions of others, which the discriminator is to score low, or none.</summary>
    public WrongPairs? WrongPairs { get; init; }

    /// <summary>Critic steps before each generator step, at least 1.</summary>
    public int CriticSteps { get; init; } = 1;

    /// <summary>A term of the discriminator's loss that bounds its slopes, or none.</summary>
    public ICriticPenalty? Penalty { get; init; }

    /// <summary>A bound on the discriminator's weights, or none.</summary>
    public WeightClipping? Clipping { get; init; }

    /// <summary>Noise on what the discriminator sees, or none.</summary>
    public InstanceNoise? Noise { get; init; }

    /// <summary>Random changes of all images that the discriminator sees, or none.</summary>
    public DiffAugment? Augmentation { get; init; }

    /// <summary>How much a running average of the generator's weights keeps each step, in [0, 1); null for no average.</summary>
    public double? AverageDecay { get; init; }

    /// <summary>How many threads compute, at least 1: with the same number the same seed gives the same training to the last bit. Null tries one, half of the cores and all in the first steps and takes the fastest, unless <c>OMP_NUM_THREADS</c> is set.</summary>
    [JsonIgnore]
    public int? Threads { get; init; }

    /// <summary>The device that trains; <see cref="Runtime.ComputeDevice.Default"/> when null: what <c>GAN_DEVICE</c> says, or a GPU where there is one, else the CPU. Batches, latents and noise are drawn on the CPU and moved: the same seed gives the same ones on every device.</summary>
    [JsonIgnore]
    public torch.Device? Device { get; init; }

    /// <summary>How the networks grow; it then decides batch sizes and rates. Null for networks that do not.</summary>
    public ProgressiveSchedule? Growth { get; init; }

    /// <summary>Small images with fully connected networks.</summary>
    public static TrainingOptions VanillaImages { get; } = new() { GeneratorRate = 3e-4, DiscriminatorRate = 3e-4 };

    /// <summary>Points of the plane, with steps that are large enough to be fun to watch.</summary>
    public static TrainingOptions VanillaPoints { get; } = new() { BatchSize = 256, GeneratorRate = 1e-3, DiscriminatorRate = 1e-3 };
}
