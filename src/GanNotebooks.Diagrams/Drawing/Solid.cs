using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>A block of numbers as papers draw it (Radford et al. 2016, figure 1): its height shows the maps' side, its width the channels; a vector is a thin bar.</summary>
/// <param name="Front">The side that faces the reader.</param>
/// <param name="Depth">How far it reaches to the right and up.</param>
/// <param name="Color">Red, green, blue.</param>
internal sealed record Solid(Box Front, double Depth, string Color)
{
    private const double Highest = 96, BarWidth = 7, Slant = 0.26;

    /// <summary>The middle of the upper edge.</summary>
    public (double X, double Y) Top => (Front.X + (Front.Width + Depth) / 2, Front.Y - Depth);

    /// <summary>The right edge.</summary>
    public double Right => Front.Right + Depth;

    /// <summary>A block around the origin: roots of sides and logarithms of channels and lengths, so that 4 and 1,024 fit one page.</summary>
    /// <param name="block">The block to draw.</param>
    /// <param name="largestSide">The side of the largest map in the diagram.</param>
    /// <param name="color">Red, green, blue.</param>
    public static Solid Of(FlowBlock block, long largestSide, string color)
    {
        if (block.Side == 1)
        {
            var length = 10 + 9 * Math.Log2(Math.Max(1, block.Numbers));
            return new(new Box(0, -length / 2, BarWidth, length), 3, color);
        }
        var side = Highest * Math.Sqrt((double)block.Side / largestSide);
        var depth = Math.Round(side * Slant);
        return new(new Box(0, -side / 2 + depth / 2, 5 + 4 * Math.Log2(block.Numbers / (double)(block.Side * block.Side)), side), depth, color);
    }

    /// <summary>The same solid at another position.</summary>
    public Solid At(double x, double middle) => this with { Front = Front with { X = x, Y = Front.Y + middle } };

    /// <summary>Writes the solid as SVG.</summary>
    public void Write(SvgCanvas svg)
    {
        svg.Write($"<g class=\"block\" stroke=\"{KitStyle.FaintInk}\" stroke-width=\"0.8\" stroke-linejoin=\"round\" fill=\"{Color}\">");
        svg.Write($"<rect x=\"{Front.X}\" y=\"{Front.Y}\" width=\"{Front.Width}\" height=\"{Front.Height}\" fill-opacity=\"0.75\"/>");
        Side(svg, 0.4, (Front.X, Front.Y), (Depth, -Depth), (Front.Width, 0));
        Side(svg, 1, (Front.Right, Front.Y), (Depth, -Depth), (0, Front.Height));
        svg.Write("</g>");
    }

    private static void Side(SvgCanvas svg, double opacity, (double X, double Y) at, (double X, double Y) away, (double X, double Y) along)
    {
        svg.Write($"<path fill-opacity=\"{opacity}\" d=\"");
        svg.Point('M', at.X, at.Y);
        svg.Point('L', at.X + away.X, at.Y + away.Y);
        svg.Point('L', at.X + away.X + along.X, at.Y + away.Y + along.Y);
        svg.Point('L', at.X + along.X, at.Y + along.Y);
        svg.Write("z\"/>");
    }
}
