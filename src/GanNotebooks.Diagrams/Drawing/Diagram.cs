using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>Blocks, arrows and words at their positions, from which a diagram is drawn.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Title">The name, which screen readers read too.</param>
/// <param name="Description">The diagram in words, for screen readers.</param>
internal sealed record Diagram(double Width, double Height, string Title, string Description)
{
    /// <summary>The solids.</summary>
    public List<Solid> Solids { get; } = [];

    /// <summary>The arrows.</summary>
    public List<Arrow> Arrows { get; } = [];

    /// <summary>The words.</summary>
    public List<Words> Words { get; } = [];

    /// <summary>The right edge of what is drawn, in pixels.</summary>
    public double Right => Solids.Select(solid => solid.Right).Concat(Words.Select(words => words.Box.Right)).Concat(Arrows.Select(arrow => arrow.Points.Max(point => point.X))).DefaultIfEmpty(0).Max();

    /// <summary>Puts drawings below each other into one.</summary>
    public static Diagram Stacked(string title, params Diagram[] drawings)
    {
        var paper = new Diagram(drawings.Max(drawing => drawing.Width), drawings.Sum(drawing => drawing.Height), title, string.Join("; ", drawings.Select(drawing => drawing.Description)));
        var y = 0.0;
        foreach (var drawing in drawings)
        {
            paper.Solids.AddRange(drawing.Solids.Select(solid => solid with { Front = solid.Front with { Y = solid.Front.Y + y } }));
            paper.Arrows.AddRange(drawing.Arrows.Select(arrow => new Arrow([.. arrow.Points.Select(point => (point.X, point.Y + y))])));
            paper.Words.AddRange(drawing.Words.Select(words => words with { Baseline = words.Baseline + y }));
            y += drawing.Height;
        }
        return paper;
    }

    /// <summary>The drawing as an SVG document without scripts, on white, so that it can be read in dark windows too.</summary>
    public string ToSvg()
    {
        var svg = new SvgCanvas();
        var (title, description) = (new SvgId("title"), new SvgId("desc"));
        svg.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" ");
        svg.Write($"role=\"img\" aria-labelledby=\"{title} {description}\" style=\"max-width:100%;height:auto\" font-family=\"{KitStyle.Font}\" fill=\"{KitStyle.Ink}\">");
        svg.Write($"<title id=\"{title}\">{Title}</title><desc id=\"{description}\">{Description}</desc>");
        svg.Write($"<rect width=\"{Width}\" height=\"{Height}\" rx=\"8\" fill=\"{KitStyle.Background}\"/>");
        foreach (var arrow in Arrows) arrow.Write(svg);
        foreach (var solid in Solids) solid.Write(svg);
        foreach (var words in Words) words.Write(svg);
        return svg.Write("</svg>").ToString();
    }
}
