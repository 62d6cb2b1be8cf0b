using GanNotebooks.Checkpoints;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Saves a training every so many steps, and when it ends or is stopped. Weights that are no numbers are not saved: the checkpoint before stays the newest.</summary>
/// <param name="folder">The folder of its checkpoints.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="keep">How many checkpoints to keep, the newest.</param>
public sealed class CheckpointKeeper(string folder, long interval, int keep = 2) : ITrainingObserver
{
    private long saved;

    /// <summary>The checkpoint that was saved last, or null.</summary>
    public string? Newest { get; private set; }

    /// <inheritdoc/>
    public void Observe(TrainingProgress progress)
    {
        var step = progress.Step.Number;
        if (step == saved || !(progress.Finished || step % interval == 0)) return;
        if (!IsFinite(progress.Generator) || !IsFinite(progress.Discriminator)) return;
        Newest = progress.Save(folder, keep);
        saved = step;
    }

    private static bool IsFinite(torch.nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        return network.parameters().All(weight => weight.isfinite().all().item<bool>());
    }
}

/// <summary>Measures a training every so many steps and keeps the best checkpoint: with GANs the last one often is not.</summary>
/// <param name="folder">The folder of its best checkpoint; one that is there already is to be beaten.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="metric">The measurement; NaN never counts.</param>
/// <param name="lowerIsBetter">True for distances, false for accuracies.</param>
public sealed class BestKeeper(string folder, long interval, Func<TrainingProgress, double> metric, bool lowerIsBetter = true) : ITrainingObserver
{
    private readonly List<(long Step, double Value)> measured = [];
    private double? best = CheckpointFolder.IsEmpty(folder) ? null : CheckpointManifest.Read(folder).Metric;

    /// <summary>All measurements, in order.</summary>
    public IReadOnlyList<(long Step, double Value)> Measured => measured;

    /// <summary>The best measurement so far, or null.</summary>
    public double? Best => best;

    /// <inheritdoc/>
    public void Observe(TrainingProgress progress)
    {
        var step = progress.Step.Number;
        var done = measured.Count > 0 && measured[^1].Step == step;
        if (done || !(progress.Finished || step % interval == 0)) return;
        var value = metric(progress);
        measured.Add((step, value));
        if (double.IsNaN(value) || (best is { } record && (lowerIsBetter ? value >= record : value <= record))) return;
        best = value;
        progress.Save(folder, keep: 1, value);
    }
}
