using GanNotebooks.Checkpoints;

namespace GanNotebooks.Trainers;

/// <summary>Measures a training every so many steps and keeps the best checkpoint: with GANs the last one often is not.</summary>
/// <param name="trainer">The training.</param>
/// <param name="folder">The folder of its best checkpoint; one that is there already is to be beaten.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="metric">The measurement; NaN never counts.</param>
/// <param name="lowerIsBetter">True for distances, false for accuracies.</param>
public sealed class BestKeeper(AdversarialTrainer trainer, string folder, long interval, Func<TrainingProgress, double> metric, bool lowerIsBetter = true) : ITrainingObserver
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
        trainer.Save(folder, keep: 1, value);
    }
}
