using System.Globalization;
using System.Text;
using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>A grid of coloured cells; NaN leaves a cell empty.</summary>
/// <param name="Z">Values, (rows, columns); row 0 is the lowest.</param>
/// <param name="XRange">From the first column's left edge to the last column's right edge.</param>
/// <param name="YRange">From the first row's lower edge to the last row's upper edge.</param>
/// <param name="Scale">The values of the first and the last colour.</param>
/// <param name="Colors">The colours.</param>
/// <param name="ColorLabel">What the values are.</param>
internal sealed record HeatMapTrace(double[,] Z, Extent XRange, Extent YRange, AxisScale Scale, ColorScale Colors, string ColorLabel)
    : Trace(ColorLabel, "")
{
    // Neighbours of one class become one rectangle; the eye sees no steps between so many.
    private const int Classes = 64;

    private int Rows => Z.GetLength(0);

    private int Columns => Z.GetLength(1);

    public override Air Air => default;

    public override string Summary
    {
        get
        {
            var name = ColorLabel.Length > 0 ? ColorLabel + " " : "";
            return Z.Length == 0 ? $"{name}no data" : $"{name}{Rows} × {Columns} cells ({Numbers.Short(Values(Z))})";
        }
    }

    /// <summary>The extent of a grid's values.</summary>
    public static Extent Values(double[,] z) => Extent.Of([.. z.Cast<double>()]);

    public override Extent XExtent(bool log) => Z.Length == 0 ? Extent.None : XRange;

    public override Extent YExtent(bool log) => Z.Length == 0 ? Extent.None : YRange;

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        if (Z.Length == 0)
            return;

        var (left, right, bottom, top) = (area.X(XRange.Min), area.X(XRange.Max), area.Y(YRange.Min), area.Y(YRange.Max));
        var transform = string.Create(
            CultureInfo.InvariantCulture,
            $"translate({left:F3} {bottom:F3}) scale({(right - left) / Columns:F6} {(top - bottom) / Rows:F6})");
        svg.Write($"<g transform=\"{transform}\" shape-rendering=\"crispEdges\">");
        var paths = Paths();
        for (var shade = 0; shade < Classes; shade++)
        {
            if (paths[shade] is { } path)
                svg.Write($"<path fill=\"{Colors.At(shade / (Classes - 1.0))}\" d=\"").Write(path.ToString()).Write("\"/>");
        }

        svg.Write("</g>");
    }

    public override void WritePlotly(Utf8JsonWriter json, PanelLayout layout)
    {
        json.WriteString("type", "heatmap");
        var (width, height) = ((XRange.Max - XRange.Min) / Math.Max(1, Columns), (YRange.Max - YRange.Min) / Math.Max(1, Rows));
        json.WriteNumber("x0", XRange.Min + (width / 2));
        json.WriteNumber("dx", width);
        json.WriteNumber("y0", YRange.Min + (height / 2));
        json.WriteNumber("dy", height);
        json.WriteStartArray("z");
        for (var row = 0; row < Rows; row++)
        {
            json.WriteStartArray();
            for (var column = 0; column < Columns; column++)
                json.WriteNumber(Z[row, column]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteNumber("zmin", Scale.Min);
        json.WriteNumber("zmax", Scale.Max);
        json.WriteStartArray("colorscale");
        for (var stop = 0; stop < Colors.Stops.Count; stop++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(stop / (Colors.Stops.Count - 1.0));
            json.WriteStringValue(Colors.Stops[stop]);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteBoolean("hoverongaps", false);
        layout.ColorBar?.WritePlotly(json, layout);
    }

    /// <summary>One path a colour class, in cells: runs of equal class in a row.</summary>
    private StringBuilder?[] Paths()
    {
        var paths = new StringBuilder?[Classes];
        for (var row = 0; row < Rows; row++)
        {
            for (var (column, end) = (0, 0); column < Columns; column = end)
            {
                var shade = Shade(row, column);
                for (end = column + 1; end < Columns && Shade(row, end) == shade; end++)
                {
                }

                if (shade >= 0)
                    (paths[shade] ??= new()).Append(CultureInfo.InvariantCulture, $"M{column} {row}h{end - column}v1h-{end - column}z");
            }
        }

        return paths;
    }

    private int Shade(int row, int column)
    {
        var fraction = Scale.Fraction(Z[row, column]);
        return double.IsNaN(fraction) ? -1 : (int)Math.Round(Math.Clamp(fraction, 0, 1) * (Classes - 1));
    }
}
