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

    /// <summary>The same things on paper of another size.</summary>
    public Drawing With(double width, double height)
    {
        var paper = new Drawing(width, height, Title, Description);
        paper.Solids.AddRange(Solids);
        paper.Arrows.AddRange(Arrows);
        paper.Words.AddRange(Words);
        return paper;
    }

    /// <summary>The drawing as an SVG document without scripts, on white paper: it is read in dark windows too.</summary>
    public string ToSvg()
    {
        var svg = new SvgCanvas();
        var (title, description) = (new SvgId("title"), new SvgId("desc"));
        svg.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" viewBox=\"0 0 {Width} {Height}\" ");
        svg.Write($"role=\"img\" aria-labelledby=\"{title} {description}\" style=\"max-width:100%;height:auto\" font-family=\"{FigureStyle.Font}\" fill=\"{FigureStyle.Ink}\">");
        svg.Write($"<title id=\"{title}\">{Title}</title><desc id=\"{description}\">{Description}</desc>");
        svg.Write($"<rect width=\"{Width}\" height=\"{Height}\" rx=\"8\" fill=\"{FigureStyle.Background}\"/>");
        foreach (var arrow in Arrows) arrow.Write(svg);
        foreach (var solid in Solids) solid.Write(svg);
        foreach (var words in Words) words.Write(svg);
        return svg.Write("</svg>").ToString();
    }
}

/// <summary>A line of text around a point.</summary>
internal sealed record Words(string Text, double X, double Baseline, double Size, bool Faint = false, bool Bold = false, string Anchor = "middle")
{
    /// <summary>The room that it takes, a little generous.</summary>
    public Box Box
    {
        get
        {
            var width = TextWidth.Of(Text, Size) * (Bold ? 1.06 : 1);
            return new(Anchor switch { "start" => X, "end" => X - width, _ => X - width / 2 }, Baseline - Size * 0.8, width, Size);
        }
    }

    /// <summary>Writes it.</summary>
    public void Write(SvgCanvas svg) =>
        svg.Write($"<text x=\"{X}\" y=\"{Baseline}\" font-size=\"{Size}\" text-anchor=\"{Anchor}\" font-weight=\"{(Bold ? "600" : "400")}\" fill=\"{(Faint ? FigureStyle.FaintInk : FigureStyle.Ink)}\">{Text}</text>");
}

/// <summary>A line through points, with a head at its end.</summary>
internal sealed record Arrow(params (double X, double Y)[] Points)
{
    private const double Head = 6;

    /// <summary>Writes it.</summary>
    public void Write(SvgCanvas svg)
    {
        var ((x, y), (fromX, fromY)) = (Points[^1], Points[^2]);
        var (dx, dy) = (Math.Sign(x - fromX), Math.Sign(y - fromY));
        svg.Write($"<path fill=\"none\" stroke=\"{FigureStyle.FaintInk}\" stroke-width=\"1.4\" stroke-linejoin=\"round\" d=\"");
        for (var i = 0; i < Points.Length; i++) svg.Point(i == 0 ? 'M' : 'L', Points[i].X - (i == Points.Length - 1 ? dx * Head : 0), Points[i].Y - (i == Points.Length - 1 ? dy * Head : 0));
        svg.Write($"\"/><path fill=\"{FigureStyle.FaintInk}\" d=\"");
        svg.Point('M', x, y);
        svg.Point('L', x - dx * Head * 1.3 + dy * Head / 1.6, y - dy * Head * 1.3 + dx * Head / 1.6);
        svg.Point('L', x - dx * Head * 1.3 - dy * Head / 1.6, y - dy * Head * 1.3 - dx * Head / 1.6);
        svg.Write("z\"/>");
    }
}
