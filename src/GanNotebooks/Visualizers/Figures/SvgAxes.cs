namespace GanNotebooks.Visualizers;

/// <summary>Draws grids, axes and reference lines as SVG.</summary>
internal static class SvgAxes
{
    /// <summary>Writes the light lines behind the data.</summary>
    public static void WriteGrid(SvgCanvas svg, PanelLayout layout)
    {
        var (area, box) = (layout.Area, layout.Area.Box);
        svg.Write($"<path stroke=\"{FigureStyle.Grid}\" d=\"");
        foreach (var tick in layout.XTicks.Ticks)
            svg.Write($"M{area.X(tick.Value)} {box.Y}v{box.Height}");
        foreach (var tick in layout.YTicks.Ticks)
            svg.Write($"M{box.X} {area.Y(tick.Value)}h{box.Width}");
        svg.Write("\"/>");
    }

    /// <summary>Writes axis lines, ticks, their labels and the axes' names.</summary>
    public static void WriteAxes(SvgCanvas svg, PanelLayout layout)
    {
        var (area, box) = (layout.Area, layout.Area.Box);
        svg.Write($"<path fill=\"none\" stroke=\"{FigureStyle.AxisLine}\" d=\"M{box.X} {box.Y}V{box.Bottom}H{box.Right}");
        foreach (var tick in layout.XTicks.Ticks)
            svg.Write($"M{area.X(tick.Value)} {box.Bottom}v4");
        foreach (var tick in layout.YTicks.Ticks)
            svg.Write($"M{box.X} {area.Y(tick.Value)}h-4");

        svg.Write($"\"/><g font-size=\"{FigureStyle.TickFontSize}\" fill=\"{FigureStyle.FaintInk}\" text-anchor=\"middle\">");
        foreach (var tick in layout.XTicks.Ticks)
            svg.Write($"<text x=\"{area.X(tick.Value)}\" y=\"{box.Bottom + 17}\">{tick.Label}</text>");
        svg.Write($"</g><g font-size=\"{FigureStyle.TickFontSize}\" fill=\"{FigureStyle.FaintInk}\" text-anchor=\"end\">");
        foreach (var tick in layout.YTicks.Ticks)
            svg.Write($"<text x=\"{box.X - 7}\" y=\"{area.Y(tick.Value) + 4}\">{tick.Label}</text>");
        svg.Write("</g>");

        var (xLabel, yLabel) = (layout.Panel.XAxis.Label, layout.Panel.YAxis.Label);
        var (centerX, centerY) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        if (xLabel.Length > 0)
            svg.Write($"<text x=\"{centerX}\" y=\"{box.Bottom + 36}\" text-anchor=\"middle\">{TextWidth.Fit(xLabel, FigureStyle.FontSize, box.Width)}</text>");
        if (yLabel.Length > 0)
            svg.Write($"<text transform=\"translate({box.X - layout.YTicks.LabelWidth - 16} {centerY}) rotate(-90)\" text-anchor=\"middle\">{TextWidth.Fit(yLabel, FigureStyle.FontSize, box.Height)}</text>");
    }

    /// <summary>Writes a dashed line across the plot area, and its label at its end.</summary>
    public static void WriteReferenceLine(SvgCanvas svg, PlotArea area, ReferenceLine line)
    {
        var (box, place) = (area.Box, line.Horizontal ? area.Y(line.Value) : area.X(line.Value));
        if (double.IsNaN(place))
            return;

        svg.Write($"<path stroke=\"{FigureStyle.FaintInk}\" stroke-width=\"1.2\" stroke-dasharray=\"5 4\" d=\"");
        if (line.Horizontal)
            svg.Write($"M{box.X} {place}h{box.Width}\"/>");
        else
            svg.Write($"M{place} {box.Y}v{box.Height}\"/>");
        if (line.Label.Length == 0)
            return;

        svg.Write($"<text font-size=\"{FigureStyle.TickFontSize}\" fill=\"{FigureStyle.FaintInk}\" stroke=\"{FigureStyle.Background}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\" ");
        var baseline = place - 5 < box.Y + FigureStyle.TickFontSize ? place + 13 : place - 5;      // below the line where there is no room above
        if (line.Horizontal)
            svg.Write($"x=\"{box.Right - 5}\" y=\"{baseline}\" text-anchor=\"end\">{line.Label}</text>");
        else
            svg.Write($"x=\"{place + 5}\" y=\"{box.Y + 13}\">{line.Label}</text>");
    }
}
