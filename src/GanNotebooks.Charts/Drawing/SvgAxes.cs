namespace GanNotebooks.Charts;

/// <summary>Draws grids and axes as SVG.</summary>
internal static class SvgAxes
{
    /// <summary>Writes the lines behind the data.</summary>
    public static void WriteGrid(SvgCanvas svg, PanelLayout layout)
    {
        var (area, box, x, y) = (layout.Area, layout.Area.Box, layout.Panel.XAxis, layout.Panel.YAxis);
        Write(svg, 1,
            (x.Look.Grid, layout.XTicks.Select(tick => (area.X(tick.Value), box.Y)), 'v', box.Height),
            (y.Look.Grid, layout.YTicks.Select(tick => (box.X, area.Y(tick.Value))), 'h', box.Width));
        Write(svg, 2,
            (HasZero(x, area.XScale) ? x.Look.Zero : null, [(area.X(0), box.Y)], 'v', box.Height),
            (HasZero(y, area.YScale) ? y.Look.Zero : null, [(box.X, area.Y(0))], 'h', box.Width));
    }

    /// <summary>Writes axis lines, ticks, their labels and the axes' names.</summary>
    public static void WriteAxes(SvgCanvas svg, PanelLayout layout)
    {
        var (area, box, x, y) = (layout.Area, layout.Area.Box, layout.Panel.XAxis, layout.Panel.YAxis);
        var (xEdge, yEdge) = (x.Opposite ? box.Y : box.Bottom, y.Opposite ? box.Right : box.X);
        Write(svg, 1,
            (x.Look.Line, [(box.X, xEdge)], 'h', box.Width),
            (y.Look.Line, [(yEdge, box.Y)], 'v', box.Height),
            (x.Look.Ticks, layout.XTicks.Select(tick => (area.X(tick.Value), xEdge)), 'v', x.Opposite ? -4 : 4),
            (y.Look.Ticks, layout.YTicks.Select(tick => (yEdge, area.Y(tick.Value))), 'h', y.Opposite ? 4 : -4));
        WriteLabels(svg, x, "middle", layout.XTicks.Select(tick => (area.X(tick.Value), x.Opposite ? xEdge - 8 : xEdge + 17, tick.Label)));
        WriteLabels(svg, y, y.Opposite ? "start" : "end", layout.YTicks.Select(tick => (yEdge + (y.Opposite ? 7 : -7), area.Y(tick.Value) + 4, tick.Label)));

        var below = x.Opposite ? -20 - x.Look.Standoff : 20 + x.Look.Standoff + (x.Look.Title.Size * 0.8);
        var beside = (layout.LabelWidth + 10 + y.Look.Standoff) * (y.Opposite ? 1 : -1);
        svg.Write($"<g text-anchor=\"middle\">");
        WriteName(svg, x, box.X + (box.Width / 2), xEdge + below, box.Width);
        WriteName(svg, y, yEdge + beside, box.Y + (box.Height / 2), box.Height);
        svg.Write("</g>");
    }

    private static bool HasZero(Axis axis, AxisScale scale) => axis is { Categories: null, Log: false } && scale.Fraction(0) is >= 0 and <= 1;

    private static void WriteLabels(SvgCanvas svg, Axis axis, string anchor, IEnumerable<(double X, double Y, string Text)> labels)
    {
        if (!axis.Look.Labelled) return;
        svg.Write($"<g text-anchor=\"{anchor}\"");
        axis.Look.Label.Write(svg);
        svg.Write(">");
        foreach (var (x, y, text) in labels) svg.Write($"<text x=\"{x}\" y=\"{y}\">{text}</text>");
        svg.Write("</g>");
    }

    private static void WriteName(SvgCanvas svg, Axis axis, double x, double y, double room)
    {
        if (axis.Label.Length == 0) return;
        svg.Write("<text");
        axis.Look.Title.Write(svg);
        if (axis.Id[0] == 'x') svg.Write($" x=\"{x}\" y=\"{y}\">");
        else svg.Write($" transform=\"translate({x} {y}) rotate(-90)\">");
        svg.Write($"{TextWidth.Fit(axis.Label, axis.Look.Title.Size, room)}</text>");
    }

    /// <summary>Straight lines, one path per colour.</summary>
    private static void Write(SvgCanvas svg, double width, params ReadOnlySpan<(string? Color, IEnumerable<(double X, double Y)> Starts, char Direction, double Length)> lines)
    {
        foreach (var color in lines.ToArray().GroupBy(line => line.Color).Where(group => group.Key is not null))
        {
            svg.Write($"<path stroke=\"{color.Key!}\"");
            if (width != 1) svg.Write($" stroke-width=\"{width}\"");
            svg.Write(" d=\"");
            foreach (var (_, starts, direction, length) in color)
            {
                foreach (var (x, y) in starts.Where(start => !double.IsNaN(start.X + start.Y)))
                {
                    svg.Point('M', x, y);
                    if (direction == 'v') svg.Write($"v{length}");
                    else svg.Write($"h{length}");
                }
            }
            svg.Write("\"/>");
        }
    }
}
