using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>Blocks, arrows and words at their places: what a diagram is drawn from.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Title">The name, for those who cannot see it too.</param>
/// <param name="Description">The same in words.</param>
internal sealed record Diagram(double Width, double Height, string Title, string Description)
{
    /// <summary>The solids.</summary>
    public List<Solid> Solids { get; } = [];

    /// <summary>The arrows.</summary>
    public List<Arrow> Arrows { get; } = [];

    /// <summary>The words.</summary>
    public List<Words> Words { get; } = [];

    /// <summary>Where the last thing ends at the right.</summary>
    public double Right => Solids.Select(solid => solid.Right).Concat(Words.Select(words => words.Box.Right)).Concat(Arrows.Select(arrow => arrow.Points.Max(point => point.X))).DefaultIfEmpty(0).Max();

    /// <summary>Drawings below each other on one paper.</summary>
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

    /// <summary>The drawing as an SVG document without scripts, on white paper: it is read in dark windows too.</summary>
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
