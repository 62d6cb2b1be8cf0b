namespace GanNotebooks.Trainers;

/// <summary>All steps of a training, in order.</summary>
public sealed partial class TrainingHistory
{
    private readonly List<TrainingStep> steps = [];

    /// <summary>The steps.</summary>
    public IReadOnlyList<TrainingStep> Steps => steps;

    /// <summary>The time spent in training.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>True when training was stopped before its last planned step.</summary>
    public bool Stopped { get; internal set; }

    /// <summary>How many threads compute the steps, as last chosen; 0 before the first step.</summary>
    public int Threads { get; internal set; }

    /// <summary>The device that trained: <c>cpu</c>, <c>cuda:0</c>, <c>mps</c>.</summary>
    public string Device { get; internal set; } = "cpu";

    /// <summary>Steps per second.</summary>
    public double StepsPerSecond => Elapsed > TimeSpan.Zero ? steps.Count / Elapsed.TotalSeconds : 0;

    internal void Add(TrainingStep step) => steps.Add(step);

    /// <summary>One measurement of every step.</summary>
    /// <param name="measurement">Reads it from a step.</param>
    public double[] Series(Func<TrainingStep, double> measurement) => [.. steps.Select(measurement)];

    /// <inheritdoc/>
    public override string ToString() => steps.Count == 0
        ? "no steps yet"
        : $"{steps.Count:N0} steps in {Elapsed.TotalSeconds:N1} s ({StepsPerSecond:N0} a second{(Device != "cpu" ? $", on {Device}" : Threads > 0 ? $", {Threads} thread{(Threads > 1 ? "s" : "")}" : "")}){(Stopped ? ", stopped early" : "")}; last: discriminator {steps[^1].DiscriminatorLoss:N3}, generator {steps[^1].GeneratorLoss:N3}";
}
