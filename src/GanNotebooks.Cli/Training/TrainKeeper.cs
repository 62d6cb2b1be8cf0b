using GanNotebooks.Models;
using GanNotebooks.Trainers;

namespace GanNotebooks.Cli;

/// <summary>Saves a training every so often; beside each checkpoint go a picture of samples, always of the same latent vectors, and the history.</summary>
internal sealed class TrainKeeper(TrainFolder folder, long interval, int seed) : ITrainingObserver
{
    private const int Kept = 2, Pictured = 64;
    private readonly CheckpointKeeper checkpoints = new(folder.Path, interval, Kept);

    public void Observe(TrainingProgress progress)
    {
        var before = checkpoints.Newest;
        checkpoints.Observe(progress);
        if (checkpoints.Newest == before) return;
        progress.History.SaveCsv(folder.History);
        using var _ = progress.Average?.Lend();
        var classes = (progress.Generator as ConditionalGenerator)?.Classes ?? 0;
        var count = classes is > 1 and < Pictured ? (int)(Pictured / classes * classes) : Pictured;
        using var samples = Samples.Of(progress.Generator, count, null, seed);
        SampleFile.Grid(samples).Save(folder.Samples(progress.Step.Number));
    }
}
