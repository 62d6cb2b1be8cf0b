using System.Globalization;

namespace GanNotebooks.Charts;

/// <summary>How the points of a trace are drawn; lists hold one value for all points, or one per point.</summary>
/// <param name="Sizes">Diameters in pixels: one for all, or one each.</param>
/// <param name="Colors">One for all, or one each.</param>
/// <param name="Symbols">plotly's names or numbers: one for all, or one each.</param>
/// <param name="Opacity">0 for invisible to 1 for solid.</param>
/// <param name="Ring">The colour of the outline; null for none.</param>
internal sealed record Markers(double[] Sizes, string[] Colors, string[] Symbols, double Opacity, string? Ring)
{
    // In the order of plotly's numbers; the corners are for a radius of 1.
    private static readonly (string Name, (double X, double Y)[] Corners)[] Outlines =
    [
        ("circle", [.. Enumerable.Range(0, 24).Select(i => (Math.Cos(i * Math.PI / 12), Math.Sin(i * Math.PI / 12)))]),
        ("square", [(-1, -1), (1, -1), (1, 1), (-1, 1)]),
        ("diamond", [(0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)]),
        ("cross", [(-1.2, -0.4), (-0.4, -0.4), (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2), (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4)]),
        ("x", [(0, -0.5), (0.6, -1.1), (1.1, -0.6), (0.5, 0), (1.1, 0.6), (0.6, 1.1), (0, 0.5), (-0.6, 1.1), (-1.1, 0.6), (-0.5, 0), (-1.1, -0.6), (-0.6, -1.1)]),
        ("triangle-up", [(0, -1.15), (1, 0.58), (-1, 0.58)]),
        ("triangle-down", [(0, 1.15), (1, -0.58), (-1, -0.58)]),
    ];

    /// <summary>Writes the points at their pixels; those without a position are left out.</summary>
    public void Write(SvgCanvas svg, IReadOnlyList<(double X, double Y)> pixels)
    {
        var alike = Enumerable.Range(0, pixels.Count)
            .Where(i => !double.IsNaN(pixels[i].X + pixels[i].Y) && At(Sizes, i) > 0)
            .GroupBy(i => (Size: At(Sizes, i), Color: At(Colors, i), Symbol: At(Symbols, i)));
        foreach (var group in alike)
        {
            var ((size, color, symbol), (outline, open)) = (group.Key, Read(group.Key.Symbol));
            (double X, double Y)[] places = [.. group.Select(i => pixels[i])];
            if (outline == 0 && !open)
            {
                Dots.Write(svg, places, Ring is null ? size : Math.Max(1, size - 1), color, Opacity, Ring);   // the ring covers half of its width
                continue;
            }
            svg.Write($"<path fill=\"{(open ? "none" : color)}\" stroke=\"{(open ? color : Ring ?? "none")}\" opacity=\"{Opacity}\" d=\"");
            foreach (var (x, y) in places)
            {
                var command = 'M';
                foreach (var corner in Outlines[outline].Corners)
                {
                    svg.Point(command, x + (corner.X * size / 2), y + (corner.Y * size / 2));
                    command = command == 'M' ? 'L' : ' ';
                }
                svg.Write("z");
            }
            svg.Write("\"/>");
        }
    }

    private static T At<T>(T[] values, int index) => values[index % values.Length];

    private static (int Outline, bool Open) Read(string symbol)
    {
        if (int.TryParse(symbol, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return (number % 100 < Outlines.Length ? number % 100 : 0, number is >= 100 and < 200);
        var plain = symbol.Replace("-open", "", StringComparison.Ordinal).Replace("-dot", "", StringComparison.Ordinal);
        return (Math.Max(0, Array.FindIndex(Outlines, outline => outline.Name == plain)), symbol.Contains("-open", StringComparison.Ordinal));
    }
}
