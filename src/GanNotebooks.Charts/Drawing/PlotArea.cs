namespace GanNotebooks.Charts;

/// <summary>The rectangle in which data are drawn: maps data to pixels, y upwards.</summary>
/// <param name="Box">The rectangle in pixels.</param>
/// <param name="XScale">The horizontal axis.</param>
/// <param name="YScale">The vertical axis.</param>
internal readonly record struct PlotArea(Box Box, AxisScale XScale, AxisScale YScale)
{
    /// <summary>The pixel column of a value; NaN for values that have no position on the axis.</summary>
    public double X(double value) => Box.X + (XScale.Fraction(value) * Box.Width);

    /// <summary>The pixel row of a value, counted downwards; NaN for values that have no position on the axis.</summary>
    public double Y(double value) => Box.Bottom - (YScale.Fraction(value) * Box.Height);

    /// <summary>A smaller rectangle around the same centre, in which one unit has the same length on both axes.</summary>
    public PlotArea WithEqualUnitsByShrinking()
    {
        var unit = Math.Max(XUnit, YUnit);
        var (width, height) = (Box.Width * XUnit / unit, Box.Height * YUnit / unit);
        return this with { Box = new(Box.X + ((Box.Width - width) / 2), Box.Y + ((Box.Height - height) / 2), width, height) };
    }

    /// <summary>The same rectangle with a larger range on one axis, so that one unit has the same length on both.</summary>
    public PlotArea WithEqualUnitsByWidening()
    {
        var unit = Math.Max(XUnit, YUnit);
        return this with { XScale = Widen(XScale, unit / XUnit), YScale = Widen(YScale, unit / YUnit) };
    }

    private double XUnit => (XScale.Max - XScale.Min) / Box.Width;

    private double YUnit => (YScale.Max - YScale.Min) / Box.Height;

    private static AxisScale Widen(AxisScale scale, double factor)
    {
        var (middle, half) = ((scale.Min + scale.Max) / 2, (scale.Max - scale.Min) / 2 * factor);
        return scale with { Min = middle - half, Max = middle + half };
    }
}
