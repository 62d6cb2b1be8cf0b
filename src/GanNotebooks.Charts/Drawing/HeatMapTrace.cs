using System.Globalization;
using System.Text;

namespace GanNotebooks.Charts;

/// <summary>A grid of coloured cells of one size; NaN leaves a cell empty.</summary>
/// <param name="Name">What the values are.</param>
/// <param name="Z">Values, row by row; row 0 lies at the beginning of the vertical axis.</param>
/// <param name="XRange">From the first column's left edge to the last column's right edge.</param>
/// <param name="YRange">From the first row's lower edge to the last row's upper edge.</param>
/// <param name="Scale">The values of the first and the last colour.</param>
/// <param name="Colors">The colours.</param>
internal sealed record HeatMapTrace(string Name, double[][] Z, Extent XRange, Extent YRange, AxisScale Scale, ColorScale Colors) : Trace(Name, Colors.At(0.5))
{
    // Neighbours of one class become one rectangle; with so many classes no steps are visible.
    private const int Classes = 64;

    private int Columns => Z.Length == 0 ? 0 : Z.Max(row => row.Length);

    public override Air Air => default;

    public override string Summary
    {
        get
        {
            var name = Name.Length > 0 ? Name + " " : "";
            var values = Values(Z);
            return values.IsEmpty ? $"{name}no data" : $"{name}{Z.Length} × {Columns} cells ({Numbers.Short(values)})";
        }
    }

    /// <summary>The extent of a grid's values.</summary>
    public static Extent Values(double[][] z) => z.Aggregate(Extent.None, (sum, row) => sum.And(Extent.Of(row)));

    public override Extent XExtent(bool log) => Columns == 0 ? Extent.None : XRange;

    public override Extent YExtent(bool log) => Columns == 0 ? Extent.None : YRange;

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        var (left, right, first, last) = (area.X(XRange.Min), area.X(XRange.Max), area.Y(YRange.Min), area.Y(YRange.Max));
        if (Columns == 0 || double.IsNaN(left + right + first + last)) return;
        var transform = string.Create(CultureInfo.InvariantCulture,
            $"translate({left:F3} {first:F3}) scale({(right - left) / Columns:F6} {(last - first) / Z.Length:F6})");
        svg.Write($"<g transform=\"{transform}\" shape-rendering=\"crispEdges\">");
        var paths = Paths();
        for (var shade = 0; shade < Classes; shade++)
        {
            if (paths[shade] is { } path) svg.Write($"<path fill=\"{Colors.At(shade / (Classes - 1.0))}\" d=\"").Write(path.ToString()).Write("\"/>");
        }
        svg.Write("</g>");
    }

    /// <summary>One path per colour class, in cells: runs of equal class in a row.</summary>
    private StringBuilder?[] Paths()
    {
        var paths = new StringBuilder?[Classes];
        for (var row = 0; row < Z.Length; row++)
        {
            for (var (column, end) = (0, 0); column < Z[row].Length; column = end)
            {
                var shade = Shade(Z[row][column]);
                for (end = column + 1; end < Z[row].Length && Shade(Z[row][end]) == shade; end++)
                {
                }
                if (shade >= 0) (paths[shade] ??= new()).Append(CultureInfo.InvariantCulture, $"M{column} {row}h{end - column}v1h-{end - column}z");
            }
        }
        return paths;
    }

    private int Shade(double value)
    {
        var fraction = Scale.Fraction(value);
        return double.IsNaN(fraction) ? -1 : (int)Math.Round(Math.Clamp(fraction, 0, 1) * (Classes - 1));
    }
}
