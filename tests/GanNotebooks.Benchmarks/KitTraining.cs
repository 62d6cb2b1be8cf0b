using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Benchmarks;

/// <summary>The kit's networks and its trainer, as lessons use them: with everything that a step measures and notes down.</summary>
internal sealed class KitTraining : ITraining, IDisposable
{
    private static readonly TrainingOptions Usual = new();
    private readonly AdversarialTrainer trainer;

    private KitTraining(Generator generator, Discriminator discriminator, TrainingOptions options, long[] shape, int? threads) =>
        trainer = new(generator, discriminator, new OneBatch(torch.rand([options.BatchSize, .. shape]) * 2 - 1), options with { Threads = threads });

    /// <summary>Begins a training.</summary>
    /// <param name="name">One of the names.</param>
    /// <param name="threads">How many threads; null leaves the choice to the trainer.</param>
    public static KitTraining Create(string name, int? threads = null) => name switch
    {
        "toy" => new(new MlpGenerator(2, [128, 128], [2], bounded: false), new MlpDiscriminator([2], [128, 128]), Usual with { BatchSize = 256 }, [2], threads),
        "mlp" => new(new MlpGenerator(100, [256, 512, 1024], [1, 28, 28]), new MlpDiscriminator([1, 28, 28], [512, 256]), Usual, [1, 28, 28], threads),
        "dcgan" => new(new DcganGenerator(32, 1, 100, 64), new DcganDiscriminator(32, 1, 64), Usual, [1, 32, 32], threads),
        "wgan-gp" => new(new DcganGenerator(28, 1, 64, 32), new WganCritic(28, 1, 32), TrainingOptions.WganGp, [1, 28, 28], threads),
        _ => throw new ArgumentException($"No training {name}: expected one of {string.Join(", ", ITraining.Names)}.", nameof(name)),
    };

    public void Train(int steps) => trainer.Train(steps);

    public void Dispose() => trainer.Dispose();

    private sealed class OneBatch(torch.Tensor batch) : IBatchSource
    {
        public string Name => "one batch";

        public long[] SampleShape => batch.shape[1..];

        public torch.Tensor NextBatch(int count) => batch.alias();
    }
}
