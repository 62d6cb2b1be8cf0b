using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>A line through points, with a head at its end.</summary>
internal sealed record Arrow(params (double X, double Y)[] Points)
{
    private const double Head = 6;

    /// <summary>Writes the arrow as SVG.</summary>
    public void Write(SvgCanvas svg)
    {
        var ((x, y), (fromX, fromY)) = (Points[^1], Points[^2]);
        var (dx, dy) = (Math.Sign(x - fromX), Math.Sign(y - fromY));
        svg.Write($"<path fill=\"none\" stroke=\"{KitStyle.FaintInk}\" stroke-width=\"1.4\" stroke-linejoin=\"round\" d=\"");
        for (var i = 0; i < Points.Length; i++) svg.Point(i == 0 ? 'M' : 'L', Points[i].X - (i == Points.Length - 1 ? dx * Head : 0), Points[i].Y - (i == Points.Length - 1 ? dy * Head : 0));
        svg.Write($"\"/><path fill=\"{KitStyle.FaintInk}\" d=\"");
        svg.Point('M', x, y);
        svg.Point('L', x - dx * Head * 1.3 + dy * Head / 1.6, y - dy * Head * 1.3 + dx * Head / 1.6);
        svg.Point('L', x - dx * Head * 1.3 - dy * Head / 1.6, y - dy * Head * 1.3 - dx * Head / 1.6);
        svg.Write("z\"/>");
    }
}
