namespace GanNotebooks.Visualizers;

public sealed partial class Figure
{
    /// <summary>The figure in another size; several charts keep their proportions.</summary>
    /// <param name="width">Pixels, at least 100.</param>
    /// <param name="height">Pixels, at least 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 100.</exception>
    public Figure WithSize(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 100);
        var (factorX, factorY) = ((double)width / Width, (double)height / Height);
        return new([.. panels.Select(panel => panel with { Box = panel.Box.Placed(factorX, factorY) })], width, height);
    }

    /// <summary>The figure showing this part of the horizontal axis, whatever the data.</summary>
    /// <param name="min">The value at the left.</param>
    /// <param name="max">The value at the right.</param>
    /// <exception cref="ArgumentException">The range does not ascend, or is not positive on a logarithmic axis.</exception>
    public Figure WithXRange(double min, double max) =>
        Each(panel => panel with { XAxis = Valid(panel.XAxis with { Range = Checked((min, max), nameof(max)) }) });

    /// <summary>The figure showing this part of the vertical axis, whatever the data.</summary>
    /// <param name="min">The value at the bottom.</param>
    /// <param name="max">The value at the top.</param>
    /// <exception cref="ArgumentException">The range does not ascend, or is not positive on a logarithmic axis.</exception>
    public Figure WithYRange(double min, double max) =>
        Each(panel => panel with { YAxis = Valid(panel.YAxis with { Range = Checked((min, max), nameof(max)) }) });

    /// <summary>The figure with a logarithmic horizontal axis; what is not positive becomes a gap.</summary>
    /// <exception cref="InvalidOperationException">The figure is a heat map.</exception>
    /// <exception cref="ArgumentException">A range was chosen that is not positive.</exception>
    public Figure WithLogX() => Each(panel => WithoutHeatMap(panel) with { XAxis = Valid(panel.XAxis with { Log = true }) });

    /// <summary>The figure with a logarithmic vertical axis; what is not positive becomes a gap.</summary>
    /// <exception cref="InvalidOperationException">The figure is a heat map.</exception>
    /// <exception cref="ArgumentException">A range was chosen that is not positive.</exception>
    public Figure WithLogY() => Each(panel => WithoutHeatMap(panel) with { YAxis = Valid(panel.YAxis with { Log = true }) });

    /// <summary>The figure with a dashed line from left to right: a baseline, an equilibrium such as ln 2.</summary>
    /// <param name="y">Its height; the vertical axis grows to show it, unless its range was chosen.</param>
    /// <param name="label">Its text; may be empty.</param>
    public Figure WithHorizontalLine(double y, string label = "") => WithReference(new(true, y, label));

    /// <summary>The figure with a dashed line from bottom to top: the step where something changed.</summary>
    /// <param name="x">Its place; the horizontal axis grows to show it, unless its range was chosen.</param>
    /// <param name="label">Its text; may be empty.</param>
    public Figure WithVerticalLine(double x, string label = "") => WithReference(new(false, x, label));

    /// <summary>The figure with more lines on top.</summary>
    /// <param name="series">One line each.</param>
    public Figure WithLines(params Series[] series) => Given(series).Aggregate(this, (figure, line) =>
        figure.Each(panel => panel.With(color => new LineTrace(line.Name, color, line.Positions, line.Numbers))));

    /// <summary>The figure with points on top; over a heat map they are ringed in white, and those outside of it are not shown.</summary>
    /// <param name="points">One cloud each.</param>
    public Figure WithPoints(params Points[] points) => Given(points).Aggregate(this, (figure, cloud) =>
        figure.Each(panel => panel.With(color => new ScatterTrace(cloud.Name, color, cloud.Xs, cloud.Ys, Outlined: panel.HeatMap is not null))));

    private Figure WithReference(ReferenceLine line)
    {
        ArgumentNullException.ThrowIfNull(line.Label);
        if (!Extent.CanDraw(line.Value))
            throw new ArgumentException($"A reference line needs a finite place, not {Numbers.Short(line.Value)}.", nameof(line));
        return Each(panel => panel with { Lines = [.. panel.Lines, line] });
    }

    private static Axis Valid(Axis axis) => axis is { Log: true, Range.Min: <= 0 }
        ? throw new ArgumentException($"A logarithmic axis cannot begin at {Numbers.Short(axis.Range.Value.Min)}: choose a range above 0.")
        : axis;

    private static Panel WithoutHeatMap(Panel panel) => panel.HeatMap is null
        ? panel
        : throw new InvalidOperationException("A heat map has cells of equal size: its axes cannot be logarithmic. Plot the logarithm of x or y instead.");
}
