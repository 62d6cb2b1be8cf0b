namespace GanNotebooks.Visualizers;

/// <summary>Draws a figure as SVG without scripts, fonts or links.</summary>
internal static class SvgFigure
{
    /// <summary>The whole document, fit to be inlined in HTML beside others.</summary>
    public static string Render(Figure figure)
    {
        var svg = new SvgCanvas();
        var (title, description) = (new SvgId("title"), new SvgId("desc"));
        svg.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{figure.Width}\" height=\"{figure.Height}\" viewBox=\"0 0 {figure.Width} {figure.Height}\" ");
        svg.Write($"role=\"img\" aria-labelledby=\"{title} {description}\" style=\"max-width:100%;height:auto\" font-family=\"{FigureStyle.Font}\" font-size=\"{FigureStyle.FontSize}\" fill=\"{FigureStyle.Ink}\">");
        svg.Write($"<title id=\"{title}\">{(figure.Title.Length > 0 ? figure.Title : "Figure")}</title><desc id=\"{description}\">{figure.Summary}</desc>");
        svg.Write($"<rect width=\"{figure.Width}\" height=\"{figure.Height}\" fill=\"{FigureStyle.Background}\"/>");
        var number = 0;
        foreach (var layout in figure.Layouts())
            WritePanel(svg, layout, ++number);
        return svg.Write("</svg>").ToString();
    }

    private static void WritePanel(SvgCanvas svg, PanelLayout layout, int number)
    {
        var box = layout.Area.Box;
        if (layout.Title.Length > 0)
            svg.Write($"<text x=\"{box.X}\" y=\"{layout.TitleBaseline}\" font-size=\"{FigureStyle.TitleFontSize}\" font-weight=\"600\">{layout.Title}</text>");
        SvgLegend.Write(svg, layout);
        SvgAxes.WriteGrid(svg, layout);

        var clip = new SvgId($"clip{number}");
        svg.Write($"<clipPath id=\"{clip}\"><rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\"/></clipPath>");
        svg.Write($"<g clip-path=\"url(#{clip})\">");
        foreach (var trace in layout.Panel.Traces)
            trace.WriteSvg(svg, layout.Area);
        foreach (var line in layout.Panel.Lines)
            SvgAxes.WriteReferenceLine(svg, layout.Area, line);
        svg.Write("</g>");

        if (layout.Panel.IsEmpty)
            svg.Write($"<text x=\"{box.X + (box.Width / 2)}\" y=\"{box.Y + (box.Height / 2) + 5}\" text-anchor=\"middle\" font-size=\"14\" fill=\"{FigureStyle.FaintInk}\">no data</text>");
        SvgAxes.WriteAxes(svg, layout);
        layout.ColorBar?.WriteSvg(svg, new SvgId($"colors{number}"));
    }
}
