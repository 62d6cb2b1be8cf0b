using GanNotebooks.Checkpoints;
using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Saves a training every so many steps, and when it ends or is stopped. Weights that are not finite are not saved: the previous checkpoint stays the newest.</summary>
/// <param name="folder">The folder of the training's checkpoints.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="keep">How many of the newest checkpoints to keep.</param>
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

/// <summary>Measures a training every so many steps and keeps the best checkpoint: a GAN's last one is often not its best.</summary>
/// <param name="folder">The folder of the best checkpoint; one that is already there is replaced only by a better one.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="metric">Measures the training; NaN never counts as the best.</param>
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
