namespace GanNotebooks.Charts;

/// <summary>An axis as a chart describes it.</summary>
/// <param name="Id">Its name in references: x, y, x2, …</param>
/// <param name="Label">The text beside it; may be empty.</param>
internal sealed record Axis(string Id, string Label)
{
    /// <summary>The values at its ends; null to fit the data.</summary>
    public Extent? Range { get; init; }

    public bool Log { get; init; }

    public bool Reversed { get; init; }

    /// <summary>The names at 0, 1, 2, …; null for an axis of numbers.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>The part of the figure's plot area that it covers, from 0 to 1.</summary>
    public Extent Domain { get; init; } = new(0, 1);

    /// <summary>Whether it is drawn at the opposite side: above, or to the right.</summary>
    public bool Opposite { get; init; }

    public AxisLook Look { get; init; } = new();

    /// <summary>Ticks that the chart's author chose; null for round numbers.</summary>
    public IReadOnlyList<Tick>? Ticks { get; init; }

    /// <summary>The scale that shows these data, with free room around them.</summary>
    public AxisScale Showing(Extent data, double airBelow, double airAbove)
    {
        var scale = Range is { } range ? new(range.Min, range.Max, Log)
            : Categories is { Count: > 0 } names ? AxisScale.Around(data.And(new(-0.5, names.Count - 0.5)), false, 0, 0)
            : AxisScale.Around(data, Log, airBelow, airAbove);
        return scale with { Reversed = Reversed };
    }
}
