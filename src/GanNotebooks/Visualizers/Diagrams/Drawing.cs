using GanNotebooks.Data;
using System.Text;
using GanNotebooks.Charts;

namespace GanNotebooks.Visualizers;

/// <summary>Blocks, arrows and words at their places: what a diagram is drawn from.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Title">The name, for those who cannot see it too.</param>
/// <param name="Description">The same in words.</param>
internal sealed record Drawing(double Width, double Height, string Title, string Description)
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
    public static Drawing Stacked(string title, params Drawing[] drawings)
    {
        var paper = new Drawing(drawings.Max(drawing => drawing.Width), drawings.Sum(drawing => drawing.Height), title, string.Join("; ", drawings.Select(drawing => drawing.Description)));
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

    /// <summary>Writes the drawing to an <c>.svg</c> file, which is replaced whole or not at all.</summary>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"A diagram is saved as .svg, not \"{Path.GetExtension(path)}\": rename {Path.GetFileName(path)}.", nameof(path));
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(ToSvg())));
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
