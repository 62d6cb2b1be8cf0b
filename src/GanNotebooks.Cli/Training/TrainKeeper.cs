using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using GanNotebooks.Visualizers;

namespace GanNotebooks.Cli;

/// <summary>Saves a training at regular steps: a checkpoint, a picture of samples (always of the same latent vectors or images), and the history.</summary>
internal sealed class TrainKeeper(TrainFolder folder, long interval, int seed, Batch? pairs) : ITrainingObserver
{
    /// <summary>How many pairs a picture shows.</summary>
    public const int Pairs = 8;

    private const int Kept = 2, Pictured = 64;
    private readonly CheckpointKeeper checkpoints = new(folder.Path, interval, Kept);

    public void Observe(TrainingProgress progress)
    {
        var before = checkpoints.Newest;
        checkpoints.Observe(progress);
        if (checkpoints.Newest == before) return;
        progress.History.SaveCsv(folder.History);
        using var _ = progress.Average?.Lend();
        Picture(progress).Save(folder.Samples(progress.Step.Number));
    }

    private ImageGrid Picture(TrainingProgress progress)
    {
        if (pairs is var (real, given) && given is not null) return SampleFile.Grid((ImageTranslator)progress.Generator, given, real, seed);
        var classes = (progress.Generator as ConditionalGenerator)?.Classes ?? 0;
        var count = classes is > 1 and < Pictured ? (int)(Pictured / classes * classes) : Pictured;
        using var samples = Samples.Of(progress.Generator, count, null, seed);
        return SampleFile.Grid(samples);
    }
}
