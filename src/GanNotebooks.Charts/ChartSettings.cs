using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace GanNotebooks.Charts;

/// <summary>The settings of a chart that lessons use. Each method returns a new chart and does not change the given one.</summary>
/// <remarks>Plotly.NET.CSharp brings more, such as <c>WithXAxisStyle</c> and <c>WithLegendStyle</c>; its methods change the chart that they are given.</remarks>
public static class ChartSettings
{
    /// <summary>The chart in another size.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="width">Pixels, at least 100.</param>
    /// <param name="height">Pixels, at least 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is less than 100.</exception>
    public static GenericChart WithSize(this GenericChart chart, int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 100);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 100);
        return chart.Changed(layout => layout.With(("width", width), ("height", height))).Fitted();
    }

    /// <summary>The chart with another title.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="title">The new title.</param>
    public static GenericChart WithTitle(this GenericChart chart, string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return chart.Changed(layout => layout.Part<Title>("title").With(("text", Parts.Escaped(title)))).Fitted();
    }

    /// <summary>The chart with this range of the horizontal axis, whatever the data.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="min">The value at the left.</param>
    /// <param name="max">The value at the right.</param>
    /// <exception cref="ArgumentException">The range does not ascend, or is not positive on a logarithmic axis.</exception>
    public static GenericChart WithXRange(this GenericChart chart, double min, double max) => chart.WithRange('x', Figure.Checked((min, max), nameof(max)));

    /// <summary>The chart with this range of the vertical axis, whatever the data.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="min">The value at the bottom.</param>
    /// <param name="max">The value at the top.</param>
    /// <exception cref="ArgumentException">The range does not ascend, or is not positive on a logarithmic axis.</exception>
    public static GenericChart WithYRange(this GenericChart chart, double min, double max) => chart.WithRange('y', Figure.Checked((min, max), nameof(max)));

    /// <summary>The chart with a logarithmic vertical axis; values that are not positive become gaps.</summary>
    /// <param name="chart">The chart.</param>
    /// <exception cref="InvalidOperationException">The chart is a heat map.</exception>
    /// <exception cref="ArgumentException">A range was chosen that is not positive.</exception>
    public static GenericChart WithLogY(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        if (chart.HasMap()) throw new InvalidOperationException("A heat map has cells of equal size: its axes cannot be logarithmic. Plot the logarithm of x or y instead.");
        return chart.Changed(layout =>
        {
            foreach (var (_, y) in chart.Panels())
            {
                var axis = layout.Part<LinearAxis>(Axes.Member(y));
                if (Axes.IsLog(axis)) continue;
                if (new Node(axis)["range"].Numbers is [var min, var max]) axis.With(("range", Axes.Powers(new(min, max))));
                axis.With(("type", "log"), ("exponentformat", "power"));
                layout.TakePowers(y);
            }
        }).Fitted();
    }

    /// <summary>The chart with a dashed line from left to right: a baseline, an equilibrium such as ln 2.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="y">Its value on the vertical axis; the vertical axis grows to show it, unless its range was chosen.</param>
    /// <param name="label">Its text; may be empty.</param>
    public static GenericChart WithHorizontalLine(this GenericChart chart, double y, string label = "") => chart.WithReference(y, label, horizontal: true);

    /// <summary>The chart with a dashed line from bottom to top: the step where something changed.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="x">Its value on the horizontal axis; the horizontal axis grows to show it, unless its range was chosen.</param>
    /// <param name="label">Its text; may be empty.</param>
    public static GenericChart WithVerticalLine(this GenericChart chart, double x, string label = "") => chart.WithReference(x, label, horizontal: false);

    /// <summary>The chart with more lines on top.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="series">One line each.</param>
    public static GenericChart WithLines(this GenericChart chart, params Series[] series)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var first = chart.Named();
        return chart.Changed(_ => { }, [.. series.Select((line, i) => Traces.Line(line, KitStyle.Color(first + i)))]).Fitted();
    }

    /// <summary>The chart with points on top; over a heat map they are ringed in white, and those outside of it are not shown.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="points">One cloud each.</param>
    public static GenericChart WithPoints(this GenericChart chart, params Points[] points)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var (first, ringed) = (chart.Named(), chart.HasMap());
        return chart.Changed(layout => layout.RemoveProperty("hovermode"), [.. points.Select((cloud, i) => Traces.Cloud(cloud, KitStyle.Color(first + i), ringed))]).Fitted();
    }

    private static GenericChart WithRange(this GenericChart chart, char letter, Extent range) => chart.Changed(layout =>
    {
        foreach (var (x, y) in chart.Panels())
        {
            var axis = layout.Part<LinearAxis>(Axes.Member(letter == 'x' ? x : y));
            axis.With(("range", Axes.IsLog(axis) ? Axes.Powers(range) : [range.Min, range.Max]));
            if (layout.Part<LinearAxis>(Axes.Member(y)) is var scaled && scaled.Properties.ContainsKey("scaleanchor")) scaled.With(("constrain", "domain"));
        }
    }).Fitted();

    private static GenericChart WithReference(this GenericChart chart, double place, string label, bool horizontal)
    {
        ArgumentNullException.ThrowIfNull(label);
        if (!Extent.CanDraw(place)) throw new ArgumentException($"A reference line needs a finite place, not {Numbers.Short(place)}.", nameof(place));
        return chart.Changed(layout =>
        {
            foreach (var (x, y) in chart.Panels()) layout.AddReference(x, y, place, Parts.Escaped(label), horizontal);
        }).Fitted();
    }

    private static int Named(this GenericChart chart) => GenericChart.getTraces(chart).Count(trace => trace.type != "heatmap");

    private static bool HasMap(this GenericChart chart) => GenericChart.getTraces(chart).Any(trace => trace.type == "heatmap");
}
