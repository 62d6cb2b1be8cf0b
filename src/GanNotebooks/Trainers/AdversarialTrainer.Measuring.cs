using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    /// <summary>The number of the step that runs or comes next.</summary>
    private long Number => History.Steps.Count + 1;

    /// <summary>How a number comes from the device: the one thing in a step that a device without memory cannot do.</summary>
    internal Func<torch.Tensor, float> Read { get; init; } = number => number.item<float>();

    /// <summary>What a critic step leaves for the generator step.</summary>
    private readonly record struct Round(torch.Tensor Real, torch.Tensor Fake, torch.Tensor? Labels, TrainingStep Measured);

    private TrainingStep Measure(torch.Tensor real, torch.Tensor realScore, torch.Tensor fakeScore, torch.Tensor? penalty, torch.Tensor loss) =>
        new(Number, Finite("the discriminator's loss", loss, real), 0, Read(realScore.sigmoid().mean()), Read(fakeScore.sigmoid().mean()))
        {
            RealLogit = Read(realScore.mean()),
            FakeLogit = Read(fakeScore.mean()),
            Penalty = penalty is null ? 0 : Read(penalty),
            ImagesSeen = imagesSeen,
        };

    /// <summary>A loss as a number, before anything learns from it.</summary>
    /// <exception cref="TrainingDivergedException">It is none: the weights are still those of the step before.</exception>
    private double Finite(string what, torch.Tensor loss, torch.Tensor samples)
    {
        var value = Read(loss);
        return float.IsFinite(value) ? value : throw TrainingDivergedException.Of(Number, what, value, samples, generator, discriminator, options);
    }
}
