using System.Globalization;
using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>How often values fall in each of equal intervals.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour as <c>#rrggbb</c>.</param>
/// <param name="Bins">The intervals.</param>
/// <param name="Heights">The bars' heights: counts, or densities.</param>
/// <param name="Total">How many values there were, with those outside of the intervals.</param>
/// <param name="Mean">The finite values' mean; NaN for none.</param>
internal sealed record HistogramTrace(string Name, string Color, Bins Bins, double[] Heights, int Total, double Mean) : Trace(Name, Color)
{
    public override Air Air => new(0.01, 0.01, 0, 0.05);

    public override LegendMark? Mark => LegendMark.Square;

    public override string Summary => Total == 0 ? $"{Name} no data" : $"{Name} {Numbers.Count(Total, "value")} (mean {Numbers.Short(Mean)})";

    /// <summary>Counts a group of values.</summary>
    /// <param name="series">The values.</param>
    /// <param name="color">The colour as <c>#rrggbb</c>.</param>
    /// <param name="bins">The intervals.</param>
    /// <param name="density">Whether the bars' area, instead of their height, tells how many: all of it is 1.</param>
    public static HistogramTrace Of(Series series, string color, Bins bins, bool density)
    {
        var counts = bins.CountsOf(series.Numbers);
        var counted = counts.Sum();
        if (density && counted > 0)
            counts = Array.ConvertAll(counts, count => count / counted / bins.Width);
        var finite = series.Numbers.Where(value => Extent.CanDraw(value)).DefaultIfEmpty(double.NaN);
        return new(series.Name, color, bins, counts, series.Numbers.Length, finite.Average());
    }

    public override Extent XExtent(bool log) => Total == 0 ? Extent.None : Extent.Of([Bins.Min, Bins.Max], log);

    public override Extent YExtent(bool log)
    {
        var heights = Extent.Of(Heights, log);
        if (Total == 0 || heights.IsEmpty)
            return Extent.None;
        return log ? heights with { Min = heights.Min / 2 } : heights with { Min = 0 };   // no logarithmic bar reaches 0
    }

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        var ground = area.YScale.Log ? area.Box.Bottom : area.Y(0);
        svg.Write($"<path fill=\"{Color}\" fill-opacity=\"{FigureStyle.BarOpacity}\" stroke=\"{Color}\" stroke-width=\"1\" d=\"");
        for (var bin = 0; bin < Heights.Length; bin++)
        {
            var (left, right, top) = (area.X(Bins.Edge(bin)), area.X(Bins.Edge(bin + 1)), area.Y(Heights[bin]));
            if (Heights[bin] == 0 || double.IsNaN(left + right + top))
                continue;
            svg.Point('M', left, ground);
            svg.Point('L', left, top);
            svg.Point(' ', right, top);
            svg.Point(' ', right, ground);
            svg.Write("z");
        }

        svg.Write("\"/>");
    }

    public override void WritePlotly(Utf8JsonWriter json, PanelLayout layout)
    {
        json.WriteString("type", "bar");   // plotly's own histogram would leave out values at the last edge
        json.WriteNumbers("x", [.. Heights.Select((_, bin) => (Bins.Edge(bin) + Bins.Edge(bin + 1)) / 2)]);
        json.WriteNumbers("y", Heights);
        json.WriteNumber("width", Bins.Width);
        json.WriteStartObject("marker");
        json.WriteString("color", Translucent(Color));
        json.WriteStartObject("line");
        json.WriteString("color", Color);
        json.WriteNumber("width", 1);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Translucent(string color)
    {
        var rgb = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"rgba({rgb >> 16},{(rgb >> 8) & 255},{rgb & 255},{FigureStyle.BarOpacity})");
    }
}
