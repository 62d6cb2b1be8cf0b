namespace GanNotebooks.Charts;

/// <summary>Draws a picture as SVG without scripts, fonts or links.</summary>
internal static class SvgPicture
{
    /// <summary>The whole document, which can be inlined in HTML beside others.</summary>
    public static string Render(Picture picture)
    {
        var (svg, layout) = (new SvgCanvas(), new PictureLayout(picture));
        var (title, description) = (new SvgId("title"), new SvgId("desc"));
        svg.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{picture.Width}\" height=\"{picture.Height}\" viewBox=\"0 0 {picture.Width} {picture.Height}\" ");
        svg.Write($"role=\"img\" aria-labelledby=\"{title} {description}\" style=\"max-width:100%;height:auto\" font-family=\"{KitStyle.Font}\" font-size=\"{KitStyle.FontSize}\" fill=\"{KitStyle.Ink}\">");
        svg.Write($"<title id=\"{title}\">{NameOf(picture)}</title><desc id=\"{description}\">{picture.Summary}</desc>");
        svg.Write($"<rect width=\"{picture.Width}\" height=\"{picture.Height}\" fill=\"{picture.Ground.Paper}\"/>");
        if (picture.Title is { } heading) WriteTitle(svg, heading, layout);
        for (var i = 0; i < layout.Panels.Count; i++) WritePanel(svg, layout.Panels[i], picture, i + 1);
        foreach (var shape in picture.Shapes) shape.WriteSvg(svg, layout);
        for (var i = 0; i < picture.ColorBars.Count; i++) picture.ColorBars[i].WriteSvg(svg, new($"colors{i + 1}"), layout.Plot);
        foreach (var legend in picture.Legends) legend.WriteSvg(svg, layout.Plot, layout.RoomOf(legend));
        foreach (var annotation in picture.Annotations) annotation.WriteSvg(svg, layout);
        if (picture.Missing is { } missing)
            svg.Write($"<text x=\"8\" y=\"{picture.Height - 8}\" fill=\"{KitStyle.FaintInk}\">{TextWidth.Fit(missing, KitStyle.FontSize, picture.Width - 16)}</text>");
        return svg.Write("</svg>").ToString();
    }

    private static string NameOf(Picture picture)
    {
        var titles = picture.Panels.Select(panel => panel.Title).Where(title => title.Length > 0);
        return picture.Title?.Text is { Length: > 0 } title ? title : string.Join(", ", titles) is { Length: > 0 } names ? names : "Figure";
    }

    private static void WriteTitle(SvgCanvas svg, ChartTitle heading, PictureLayout layout)
    {
        var (plot, width) = (layout.Plot, layout.Picture.Width);
        var x = heading.OverPlot ? plot.X + (heading.X * plot.Width) : heading.X * width;
        var anchor = heading.X < 1 / 3.0 ? "start" : heading.X > 2 / 3.0 ? "end" : "middle";
        var baseline = heading.Top is { } top ? top + (heading.Font.Size * 0.8) : (plot.Y / 2) + (heading.Font.Size * 0.35);
        svg.Write($"<text x=\"{x}\" y=\"{baseline}\" text-anchor=\"{anchor}\"");
        heading.Font.Write(svg);
        if (heading.Bold) svg.Write(" font-weight=\"600\"");
        svg.Write($">{TextWidth.Fit(heading.Text, heading.Font.Size, anchor == "start" ? width - x - 12 : width - 24)}</text>");
    }

    private static void WritePanel(SvgCanvas svg, PanelLayout layout, Picture picture, int number)
    {
        var (panel, box) = (layout.Panel, layout.Area.Box);
        if (picture.Ground.Plot != picture.Ground.Paper && panel.XAxis.Id[1..] == panel.YAxis.Id[1..])
            svg.Write($"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\" fill=\"{picture.Ground.Plot}\"/>");
        SvgAxes.WriteGrid(svg, layout);
        var clip = new SvgId($"clip{number}");
        svg.Write($"<clipPath id=\"{clip}\"><rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\"/></clipPath>");
        svg.Write($"<g clip-path=\"url(#{clip})\">");
        foreach (var trace in panel.Traces) trace.WriteSvg(svg, layout.Area);
        svg.Write("</g>");
        if (panel.IsEmpty)
            svg.Write($"<text x=\"{box.X + (box.Width / 2)}\" y=\"{box.Y + (box.Height / 2) + 5}\" text-anchor=\"middle\" font-size=\"14\" fill=\"{KitStyle.FaintInk}\">no data</text>");
        SvgAxes.WriteAxes(svg, layout);
    }
}
