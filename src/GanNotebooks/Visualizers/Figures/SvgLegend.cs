namespace GanNotebooks.Visualizers;

/// <summary>Draws a panel's legend as SVG.</summary>
internal static class SvgLegend
{
    /// <summary>Writes marks and names above the plot area.</summary>
    public static void Write(SvgCanvas svg, PanelLayout layout)
    {
        foreach (var (trace, text, entryX, entryY) in layout.Legend.Entries)
        {
            var (x, y) = (layout.Area.Box.X + entryX, layout.LegendTop + entryY + (LegendLayout.RowHeight / 2));
            var color = trace.Color;
            switch (trace.Mark)
            {
                case LegendMark.Line:
                    svg.Write($"<path stroke=\"{color}\" stroke-width=\"2\" d=\"M{x} {y}h18\"/>");
                    break;
                case LegendMark.Dot:
                    svg.Write($"<circle cx=\"{x + 9}\" cy=\"{y}\" r=\"4\" fill=\"{color}\"/>");
                    break;
                case LegendMark.Square:
                    svg.Write($"<rect x=\"{x + 3}\" y=\"{y - 6}\" width=\"12\" height=\"12\" fill=\"{color}\" fill-opacity=\"{FigureStyle.BarOpacity}\" stroke=\"{color}\"/>");
                    break;
            }

            svg.Write($"<text x=\"{x + LegendLayout.MarkWidth}\" y=\"{y + 4}\">{text}</text>");
        }
    }
}
