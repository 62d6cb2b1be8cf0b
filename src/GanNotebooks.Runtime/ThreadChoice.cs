using System.Diagnostics;
using TorchSharp;

namespace GanNotebooks.Runtime;

/// <summary>Finds out with how many threads the steps of a training are fastest: one, half of the cores, or all. The first steps try each; the choice is checked again when steps become slower or faster, and from time to time.</summary>
/// <remarks>
/// Small steps gain nothing from a second thread, and while other programs run, threads that wait for each other can make a step forty times as slow.
/// Sums of several threads may differ from those of one in the last bit. To get the same numbers again, fix the number of threads: by the variable
/// <c>OMP_NUM_THREADS</c>, by <c>torch.set_num_threads</c>, or by the trainer's option.
/// </remarks>
public sealed class ThreadChoice
{
    private const double MuchSlower = 1.5, MuchFaster = 0.6;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(0.5), FirstLook = TimeSpan.FromSeconds(10), LastLook = TimeSpan.FromSeconds(60);

    private readonly int[] candidates;
    private ThreadTrial? trial;
    private double pace, recent;            // seconds per step: when it was chosen, and recently
    private TimeSpan since, nextLook = FirstLook;

    /// <summary>A choice for a training that is about to begin.</summary>
    /// <param name="count">A fixed number of threads, at least 1; null to choose.</param>
    public ThreadChoice(int? count = null) : this(Candidates(count))
    {
    }

    /// <summary>A choice among some numbers of threads.</summary>
    /// <param name="candidates">At least one; the first steps use the first.</param>
    internal ThreadChoice(params int[] candidates)
    {
        this.candidates = candidates;
        Count = Chosen = candidates[0];
        Try();
    }

    /// <summary>Whether the number of libtorch's threads has been set by the user or the program.</summary>
    public static bool IsFixed => Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is { Length: > 0 } || torch.get_num_threads() != Environment.ProcessorCount;

    /// <summary>The number of threads for the next step.</summary>
    public int Count { get; private set; }

    /// <summary>The number that the last trial found fastest; before the first, all.</summary>
    public int Chosen { get; private set; }

    /// <summary>Sets libtorch's threads to that number until the returned object is disposed; then the previous number is restored.</summary>
    public IDisposable Use()
    {
        var before = torch.get_num_threads();
        Set(Count);
        return new Loan(before);
    }

    /// <summary>Runs a step of the training and measures its time; to be called between <see cref="Use"/> and its disposal.</summary>
    /// <param name="step">The step.</param>
    public void Time(Action step)
    {
        var start = Stopwatch.GetTimestamp();
        step();
        Took(Stopwatch.GetElapsedTime(start));
        Set(Count);
    }

    /// <summary>Records a step's time; may change the number of threads for the next step.</summary>
    /// <param name="step">How long it took.</param>
    internal void Took(TimeSpan step)
    {
        if (trial is null)
        {
            Watch(step);
            return;
        }
        var decided = trial.Decides(step);
        Count = trial.Count;
        if (!decided) return;
        (Chosen, pace, recent, since) = (Count, trial.Pace, trial.Pace, TimeSpan.Zero);
        trial = null;
    }

    private static int[] Candidates(int? count)
    {
        if (count is { } asked)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(asked, 1, nameof(count));
            return [asked];
        }
        var cores = Environment.ProcessorCount;
        return IsFixed ? [torch.get_num_threads()] : [.. new[] { cores, cores / 2, 1 }.Where(threads => threads > 0).Distinct()];
    }

    private void Try() => trial = candidates.Length > 1 ? new ThreadTrial([Count, .. candidates.Where(count => count != Count)]) : null;

    private void Watch(TimeSpan step)
    {
        if (candidates.Length == 1) return;
        since += step;
        recent += Math.Min(1, step / Memory) * (step.TotalSeconds - recent);
        var changed = since > Memory && (recent > MuchSlower * pace || recent < MuchFaster * pace);
        if (!changed && since < nextLook) return;
        nextLook = changed ? FirstLook : TimeSpan.FromTicks(Math.Min(2 * nextLook.Ticks, LastLook.Ticks));
        Try();
    }

    private static void Set(int threads)
    {
        if (torch.get_num_threads() != threads) torch.set_num_threads(threads);
    }

    private sealed class Loan(int before) : IDisposable
    {
        public void Dispose() => Set(before);
    }
}
