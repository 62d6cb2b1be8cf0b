using Plotly.NET;
using Plotly.NET.LayoutObjects;

namespace GanNotebooks.Charts;

/// <summary>Charts of training, as charts of Plotly.NET in one look. The methods of <see cref="ChartSettings"/> and of Plotly.NET.CSharp change them further.</summary>
public static partial class Figure
{
    /// <summary>A line chart: losses, scores, learning rates over training steps.</summary>
    /// <param name="title">The title; may be empty.</param>
    /// <param name="series">One line each.</param>
    /// <param name="xLabel">The text below the horizontal axis.</param>
    /// <param name="yLabel">The text beside the vertical axis.</param>
    public static GenericChart Lines(string title, IReadOnlyList<Series> series, string xLabel = "step", string yLabel = "") =>
        New(title, xLabel, yLabel, 640, 360).Changed(layout => layout.With(("hovermode", "x unified"))).WithLines([.. Given(series)]);

    /// <summary>Clouds of points: a generator's two-dimensional samples, or an embedding of images.</summary>
    /// <param name="title">The title; may be empty.</param>
    /// <param name="points">One cloud each; tens of thousands of points make a large notebook.</param>
    /// <param name="xLabel">The text below the horizontal axis.</param>
    /// <param name="yLabel">The text beside the vertical axis.</param>
    /// <param name="equalAxes">Whether one unit has the same length on both axes.</param>
    public static GenericChart Scatter(string title, IReadOnlyList<Points> points, string xLabel = "", string yLabel = "", bool equalAxes = false) =>
        New(title, xLabel, yLabel, equalAxes ? 480 : 560, 440, equalAxes).WithPoints([.. Given(points)]);

    /// <summary>Histograms over each other, in the same intervals: D(x) of real and of generated images.</summary>
    /// <param name="title">The title; may be empty.</param>
    /// <param name="groups">One histogram each.</param>
    /// <param name="bins">How many intervals, at least 1. The last one holds its end.</param>
    /// <param name="range">The range of the intervals; values outside are not counted. All values when null.</param>
    /// <param name="xLabel">The text below the horizontal axis.</param>
    /// <param name="density">Whether the area of each histogram is 1, to compare groups of different size, instead of bars as high as their counts.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bins"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="range"/> does not ascend.</exception>
    public static GenericChart Histogram(
        string title, IReadOnlyList<Series> groups, int bins = 30, (double Min, double Max)? range = null, string xLabel = "", bool density = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        Given(groups);
        var extent = range is { } asked
            ? Checked(asked, nameof(range))
            : groups.Aggregate(Extent.None, (sum, group) => sum.And(Extent.Of(group.Numbers)));
        var ends = AxisScale.Around(extent, log: false, airBelow: 0, airAbove: 0);
        var bars = groups.Select((group, i) => Traces.Histogram(group, KitStyle.Color(i), new(ends.Min, ends.Max, bins), density));
        return New(title, xLabel, density ? "density" : "count", 560, 360).Changed(layout => layout.With(("barmode", "overlay")), bars).Fitted();
    }

    /// <summary>A grid of coloured cells: a discriminator's scores over the plane.</summary>
    /// <param name="title">The title; may be empty.</param>
    /// <param name="z">Values, (rows, columns). Row 0 is the lowest, column 0 the leftmost; NaN leaves a cell empty.</param>
    /// <param name="xRange">From the first column's left edge to the last column's right edge.</param>
    /// <param name="yRange">From the first row's lower edge to the last row's upper edge.</param>
    /// <param name="valueRange">The values of the first and of the last colour; the smallest and largest value when null.</param>
    /// <param name="colorLabel">What the values are, such as <c>D(x)</c>.</param>
    /// <param name="colors">The colours; <see cref="ColorScale.Viridis"/> when null.</param>
    /// <param name="xLabel">The text below the horizontal axis.</param>
    /// <param name="yLabel">The text beside the vertical axis.</param>
    /// <param name="equalAxes">Whether one unit has the same length on both axes.</param>
    /// <exception cref="ArgumentException">A range does not ascend.</exception>
    /// <remarks>Evaluate at the cells' centres, which <see cref="CellCenters"/> returns.</remarks>
    public static GenericChart HeatMap(
        string title,
        double[,] z,
        (double Min, double Max) xRange,
        (double Min, double Max) yRange,
        (double Min, double Max)? valueRange = null,
        string colorLabel = "",
        ColorScale? colors = null,
        string xLabel = "",
        string yLabel = "",
        bool equalAxes = false)
    {
        ArgumentNullException.ThrowIfNull(z);
        ArgumentNullException.ThrowIfNull(colorLabel);
        var (x, y) = (Checked(xRange, nameof(xRange)), Checked(yRange, nameof(yRange)));
        var values = valueRange is { } asked ? Checked(asked, nameof(valueRange)) : Extent.Of([.. z.Cast<double>()]);
        var map = Traces.HeatMap(z, x, y, AxisScale.Around(values, log: false, airBelow: 0, airAbove: 0), colors ?? ColorScale.Viridis, colorLabel);
        // The map alone decides the range: points outside it would leave white borders.
        return New(title, xLabel, yLabel, 520, 420, equalAxes).Changed(layout =>
        {
            layout.Part<LinearAxis>("xaxis").With(("range", new[] { x.Min, x.Max }), ("constrain", equalAxes ? "domain" : null));
            layout.Part<LinearAxis>("yaxis").With(("range", new[] { y.Min, y.Max }), ("constrain", equalAxes ? "domain" : null));
        }, [map]).Fitted();
    }

    /// <summary>The centres of equal cells along a range: where to evaluate a function for a <see cref="HeatMap"/>.</summary>
    /// <param name="range">From the first cell's start to the last cell's end.</param>
    /// <param name="count">How many cells, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="ArgumentException"><paramref name="range"/> does not ascend.</exception>
    public static double[] CellCenters((double Min, double Max) range, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var (min, max) = Checked(range, nameof(range));
        return [.. Enumerable.Range(0, count).Select(cell => min + ((cell + 0.5) * (max - min) / count))];
    }

    /// <summary>A tensor's flat values as the rows of a <see cref="HeatMap"/>.</summary>
    /// <param name="values">Row by row, the lowest row first.</param>
    /// <param name="columns">How many values per row, at least 1.</param>
    /// <returns>The values, (rows, columns).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="columns"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The values do not fill whole rows.</exception>
    public static double[,] Cells(ReadOnlySpan<float> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} values do not fill rows of {columns}: give a multiple of {columns} values.", nameof(values));

        var cells = new double[values.Length / columns, columns];
        for (var i = 0; i < values.Length; i++)
            cells[i / columns, i % columns] = values[i];
        return cells;
    }

    private static GenericChart New(string title, string xLabel, string yLabel, int width, int height, bool equalAxes = false)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(xLabel);
        ArgumentNullException.ThrowIfNull(yLabel);
        return Parts.Chart([], new Layout().With(
            ("width", width), ("height", height), ("title", TitleOf(title)), ("legend", KitStyle.Legend()),
            ("xaxis", new LinearAxis().With(("title", TitleOf(xLabel)))),
            ("yaxis", new LinearAxis().With(("title", TitleOf(yLabel)), ("scaleanchor", equalAxes ? "x" : null))),
            ("template", KitStyle.Template())));
    }

    private static Title? TitleOf(string text) => text.Length == 0 ? null : new Title().With(("text", Parts.Escaped(text)));

    private static IReadOnlyList<T> Given<T>(IReadOnlyList<T> items) => items ?? throw new ArgumentNullException(nameof(items));

    internal static Extent Checked((double Min, double Max) range, string name) =>
        Extent.CanDraw(range.Min) && Extent.CanDraw(range.Max) && range.Min < range.Max
            ? new(range.Min, range.Max)
            : throw new ArgumentException(FormattableString.Invariant($"({range.Min}, {range.Max}) is no range: give two finite numbers, the smaller one first."), name);
}
