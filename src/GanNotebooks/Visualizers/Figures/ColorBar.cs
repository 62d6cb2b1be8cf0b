using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>The strip beside a heat map that explains its colours.</summary>
/// <param name="Box">The strip, in pixels.</param>
/// <param name="Ticks">The values along it.</param>
/// <param name="Map">The heat map.</param>
internal sealed record ColorBar(Box Box, AxisTicks Ticks, HeatMapTrace Map)
{
    private const double Gap = 14;
    private const double Thickness = 14;

    /// <summary>The ticks for a strip of some height.</summary>
    public static AxisTicks TicksFor(HeatMapTrace map, double height) => AxisTicks.Of(map.Scale, Math.Max(2, (int)(height / 36)));

    /// <summary>How much room it takes to the right of the plot area, in pixels.</summary>
    public static double RoomFor(HeatMapTrace map, AxisTicks ticks) =>
        Gap + Thickness + 8 + ticks.LabelWidth + (map.ColorLabel.Length > 0 ? 20 : 0);

    /// <summary>The strip beside a plot area.</summary>
    public static ColorBar Beside(Box plot, HeatMapTrace map) =>
        new(new(plot.Right + Gap, plot.Y, Thickness, plot.Height), TicksFor(map, plot.Height), map);

    /// <summary>Writes the strip as a gradient with labels.</summary>
    public void WriteSvg(SvgCanvas svg, SvgId id)
    {
        svg.Write($"<linearGradient id=\"{id}\" x1=\"0\" x2=\"0\" y1=\"1\" y2=\"0\">");
        var stops = Map.Colors.Stops;
        for (var stop = 0; stop < stops.Count; stop++)
            svg.Write($"<stop offset=\"{100.0 * stop / (stops.Count - 1)}%\" stop-color=\"{stops[stop]}\"/>");
        svg.Write("</linearGradient>");
        svg.Write($"<rect x=\"{Box.X}\" y=\"{Box.Y}\" width=\"{Box.Width}\" height=\"{Box.Height}\" fill=\"url(#{id})\"/>");

        var area = new PlotArea(Box, new(0, 1, false), Map.Scale);
        svg.Write($"<path stroke=\"{FigureStyle.AxisLine}\" d=\"");
        foreach (var tick in Ticks.Ticks)
            svg.Write($"M{Box.Right} {area.Y(tick.Value)}h4");
        svg.Write($"\"/><g font-size=\"{FigureStyle.TickFontSize}\" fill=\"{FigureStyle.FaintInk}\">");
        foreach (var tick in Ticks.Ticks)
            svg.Write($"<text x=\"{Box.Right + 7}\" y=\"{area.Y(tick.Value) + 4}\">{tick.Label}</text>");
        svg.Write("</g>");
        if (Map.ColorLabel.Length == 0)
            return;

        var (x, y) = (Box.Right + 8 + Ticks.LabelWidth + 12, Box.Y + (Box.Height / 2));
        svg.Write($"<text transform=\"translate({x} {y}) rotate(-90)\" text-anchor=\"middle\">{TextWidth.Fit(Map.ColorLabel, FigureStyle.FontSize, Box.Height)}</text>");
    }

    /// <summary>Writes the strip as a member of the heat map's trace.</summary>
    public void WritePlotly(Utf8JsonWriter json, PanelLayout layout)
    {
        json.WriteStartObject("colorbar");
        json.WriteNumber("x", layout.PaperX(Box.X));
        json.WriteString("xanchor", "left");
        json.WriteNumber("y", layout.PaperY(Box.Bottom));
        json.WriteString("yanchor", "bottom");
        json.WriteNumber("len", layout.PaperY(Box.Y) - layout.PaperY(Box.Bottom));
        json.WriteNumber("thickness", Box.Width);
        foreach (var none in (string[])["xpad", "ypad", "outlinewidth"])
            json.WriteNumber(none, 0);
        json.WriteString("ticks", "outside");
        json.WriteNumber("ticklen", 4);
        json.WriteString("tickcolor", FigureStyle.AxisLine);
        json.WriteNumber("nticks", Ticks.PlotlyCount);
        PlotlyLayout.WriteFont(json, "tickfont", FigureStyle.TickFontSize, FigureStyle.FaintInk);
        json.WriteStartObject("title");
        json.WriteText("text", TextWidth.Fit(Map.ColorLabel, FigureStyle.FontSize, Box.Height));
        json.WriteString("side", "right");
        PlotlyLayout.WriteFont(json, "font", FigureStyle.FontSize, FigureStyle.Ink);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
