using GanNotebooks.Trainers;

namespace GanNotebooks.Visualizers;

/// <summary>Records a training at chosen steps: pictures for a time-lapse, or measurements for a chart.</summary>
/// <typeparam name="T">What is kept.</typeparam>
/// <param name="look">Makes one record of the training as it stands.</param>
/// <param name="steps">At which steps; the last step is always recorded.</param>
public sealed class Snapshots<T>(Func<TrainingProgress, T> look, params IEnumerable<long> steps) : ITrainingObserver
{
    private readonly HashSet<long> wanted = [.. steps];
    private readonly List<(long Step, T Value)> taken = [];

    /// <summary>The records, in order.</summary>
    public IReadOnlyList<(long Step, T Value)> Taken => taken;

    /// <inheritdoc/>
    public void Observe(TrainingProgress progress)
    {
        var seen = taken.Count > 0 && taken[^1].Step == progress.Step.Number;
        if (!seen && (progress.Finished || wanted.Contains(progress.Step.Number))) taken.Add((progress.Step.Number, look(progress)));
    }
}

/// <summary>Creates snapshots at regular steps.</summary>
public static class Snapshots
{
    /// <summary>Records a training every so many steps.</summary>
    /// <typeparam name="T">What is kept.</typeparam>
    /// <param name="interval">How many steps lie between two records, at least 1.</param>
    /// <param name="planned">The last planned step.</param>
    /// <param name="look">Makes one record of the training as it stands.</param>
    public static Snapshots<T> Every<T>(long interval, long planned, Func<TrainingProgress, T> look)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, 1);
        return new(look, Enumerable.Range(1, (int)(planned / interval)).Select(i => i * interval));
    }
}
