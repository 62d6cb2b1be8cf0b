namespace GanNotebooks.Runtime;

/// <summary>Compares numbers of threads on the steps of a training as they come, in turn, until one leads clearly after two turns of each or all had three.</summary>
/// <param name="candidates">The numbers to compare, at least two.</param>
internal sealed class ThreadTrial(IReadOnlyList<int> candidates)
{
    private const int LeastRounds = 2, MostRounds = 3;
    private const double ClearLead = 1.25;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private readonly double[] seconds = [.. candidates.Select(_ => double.PositiveInfinity)];       // the best turn's, a step
    private int turns, steps;
    private TimeSpan time;
    private bool begun, warm;

    /// <summary>The number whose turn it is; at the end the fastest.</summary>
    public int Count { get; private set; } = candidates[0];

    /// <summary>Seconds that a step takes with it.</summary>
    public double Pace { get; private set; }

    /// <summary>Takes down a step.</summary>
    /// <param name="step">How long it took.</param>
    /// <returns>Whether this decided the trial.</returns>
    public bool Decides(TimeSpan step)
    {
        if (!begun || (!warm && step < Turn))
        {
            begun = warm = true;        // the first step of all prepares much, the first short one of a turn wakes threads
            return false;
        }
        (steps, time) = (steps + 1, time + step);
        if (time < Turn) return false;

        var at = turns++ % candidates.Count;
        seconds[at] = Math.Min(seconds[at], time.TotalSeconds / steps);
        (steps, time, warm) = (0, TimeSpan.Zero, false);
        var order = seconds.Order().ToArray();
        var rounds = turns / candidates.Count;
        var decided = turns % candidates.Count == 0 && (rounds == MostRounds || (rounds >= LeastRounds && order[1] > ClearLead * order[0]));
        Count = candidates[decided ? Array.IndexOf(seconds, order[0]) : turns % candidates.Count];
        Pace = order[0];
        return decided;
    }
}
