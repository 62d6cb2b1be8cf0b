using TorchSharp;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    /// <summary>The number of the running or next step, from 1.</summary>
    private long Number => History.Steps.Count + 1;

    /// <summary>Reads a number from a tensor. It can be replaced, because tensors on the meta device hold no numbers.</summary>
    internal Func<torch.Tensor, float> Read { get; init; } = number => number.item<float>();

    /// <summary>The batch and measurements of a critic step, for the generator step.</summary>
    private readonly record struct Round(torch.Tensor Real, torch.Tensor Fake, torch.Tensor? Labels, TrainingStep Measured);

    private TrainingStep Measure(torch.Tensor real, torch.Tensor realScore, torch.Tensor fakeScore, torch.Tensor? penalty, torch.Tensor loss) =>
        new(Number, Finite("the discriminator's loss", loss, real), 0, Read(realScore.sigmoid().mean()), Read(fakeScore.sigmoid().mean()))
        {
            RealLogit = Read(realScore.mean()),
            FakeLogit = Read(fakeScore.mean()),
            Penalty = penalty is null ? 0 : Read(penalty),
            ImagesSeen = imagesSeen,
        };

    /// <summary>Reads a loss and checks that it is finite, before any weight changes.</summary>
    /// <exception cref="TrainingDivergedException">It is infinite or NaN.</exception>
    private double Finite(string what, torch.Tensor loss, torch.Tensor samples)
    {
        var value = Read(loss);
        return float.IsFinite(value) ? value : throw TrainingDivergedException.Of(Number, what, value, samples, generator, discriminator, options);
    }
}
