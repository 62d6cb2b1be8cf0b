namespace GanNotebooks.Runtime;

/// <summary>Compares numbers of threads on the steps of a training as they come, in turn, until one is clearly fastest after two turns each, or all had three.</summary>
/// <param name="candidates">The numbers to compare, at least two.</param>
internal sealed class ThreadTrial(IReadOnlyList<int> candidates)
{
    private const int LeastRounds = 2, MostRounds = 3;
    private const double ClearLead = 1.25;
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(20);

    private readonly double[] seconds = [.. candidates.Select(_ => double.PositiveInfinity)];       // per step, in the best turn
    private int turns, steps;
    private TimeSpan time;
    private bool begun, warm;

    /// <summary>The number of threads to use now; at the end the fastest.</summary>
    public int Count { get; private set; } = candidates[0];

    /// <summary>Seconds per step with that number.</summary>
    public double Pace { get; private set; }

    /// <summary>Records a step's time.</summary>
    /// <param name="step">How long it took.</param>
    /// <returns>Whether this decided the trial.</returns>
    public bool Decides(TimeSpan step)
    {
        if (!begun || (!warm && step < Turn))
        {
            begun = warm = true;        // the very first step prepares much, the first one of a turn wakes threads
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
