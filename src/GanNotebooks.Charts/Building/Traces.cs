using Plotly.NET;
using Plotly.NET.TraceObjects;

namespace GanNotebooks.Charts;

/// <summary>Makes traces in the kit's look.</summary>
internal static class Traces
{
    // Longer lines are thinned: a chart is stored in the notebook.
    private const int MostPoints = 5000;

    /// <summary>A line through points in their order.</summary>
    public static Plotly.NET.Trace Line(Series series, string color)
    {
        var (xs, ys) = (series.Positions, series.Numbers);
        if (ys.Length > MostPoints)
        {
            var along = xs is null ? new Extent(0, ys.Length - 1) : Extent.Of(xs);
            var kept = Decimation.Keep(xs, ys, AxisScale.Around(along, false, 0, 0), MostPoints / 2, logY: false);
            (xs, ys) = ([.. kept.Select(index => xs?[index] ?? index)], [.. kept.Select(index => ys[index])]);
        }
        bool[] alone = [.. ys.Select((_, i) => Drawn(i) && !Drawn(i - 1) && !Drawn(i + 1))];
        var dotted = alone.Contains(true);
        return New("scatter", series.Name).With(
            ("mode", dotted ? "lines+markers" : "lines"), ("x", xs is null ? null : Digits.Of(xs)), ("y", Digits.Of(ys)),
            ("line", new Line().With(("color", color), ("width", KitStyle.LineWidth))),
            // Plotly draws nothing for a point without neighbours, so it gets a marker.
            ("marker", dotted ? new Marker().With(("color", color), ("size", Array.ConvertAll(alone, one => one ? 6L : 0))) : null));

        bool Drawn(int i) => i >= 0 && i < ys.Length && Extent.CanDraw(ys[i]) && Extent.CanDraw(xs?[i] ?? i);
    }

    /// <summary>A cloud of points.</summary>
    public static Plotly.NET.Trace Cloud(Points points, string color, bool ringed) => New("scatter", points.Name).With(
        ("mode", "markers"), ("x", Digits.Of(points.Xs)), ("y", Digits.Of(points.Ys)), ("showlegend", ringed ? true : null),
        ("marker", new Marker().With(
            ("color", color), ("size", KitStyle.MarkerSize + (ringed ? 1 : 0)),   // plotly's ring covers half of its width
            ("opacity", ringed ? 1 : KitStyle.MarkerOpacity),
            ("line", ringed ? new Line().With(("color", KitStyle.Background), ("width", 1)) : null))));

    /// <summary>Bars that count values in intervals: plotly's own histogram would leave out values at the last edge.</summary>
    public static Plotly.NET.Trace Histogram(Series series, string color, Bins bins, bool density)
    {
        var counts = bins.CountsOf(series.Numbers);
        var (total, _) = (counts.Sum(), CssColor.TryRead(color, out var hex));
        return New("bar", series.Name).With(
            ("x", Digits.Of([.. counts.Select((_, bin) => (bins.Edge(bin) + bins.Edge(bin + 1)) / 2)])),
            ("y", Digits.Of(density && total > 0 ? Array.ConvertAll(counts, count => count / total / bins.Width) : counts)), ("width", Digits.Of(bins.Width)),
            ("marker", new Marker().With(
                ("color", CssColor.Translucent(Convert.ToInt32(hex[1..], 16), KitStyle.BarOpacity)), ("line", new Line().With(("color", color), ("width", 1))))));
    }

    /// <summary>A grid of coloured cells.</summary>
    public static Plotly.NET.Trace HeatMap(double[,] z, Extent x, Extent y, AxisScale values, ColorScale colors, string label)
    {
        var (rows, columns) = (z.GetLength(0), z.GetLength(1));
        var (width, height) = ((x.Max - x.Min) / Math.Max(1, columns), (y.Max - y.Min) / Math.Max(1, rows));
        return New("heatmap", label).With(
            ("x0", Digits.Of(x.Min + (width / 2))), ("dx", Digits.Of(width)), ("y0", Digits.Of(y.Min + (height / 2))), ("dy", Digits.Of(height)),
            ("z", Enumerable.Range(0, rows).Select(row => Digits.Of([.. Enumerable.Range(0, columns).Select(column => z[row, column])])).ToArray()),
            ("zmin", values.Min), ("zmax", values.Max), ("hoverongaps", false),
            ("colorscale", colors.Stops.Select((stop, i) => new object[] { Digits.Of(colors.Places[i]), stop }).ToArray()),
            ("colorbar", new Plotly.NET.ColorBar().With(("title", new Title().With(("text", Parts.Escaped(label)))))));
    }

    private static Trace2D New(string type, string name) => new Trace2D(type).With(("name", name.Length > 0 ? Parts.Escaped(name) : null));
}
