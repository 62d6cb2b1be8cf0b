namespace GanNotebooks.Charts;

/// <summary>Maps values to positions along an axis.</summary>
/// <param name="Min">The lesser of the values at its ends.</param>
/// <param name="Max">The greater one.</param>
/// <param name="Log">Whether the axis is logarithmic; then both ends are positive.</param>
/// <param name="Reversed">Whether it begins with the greater value.</param>
internal readonly record struct AxisScale(double Min, double Max, bool Log = false, bool Reversed = false)
{
    /// <summary>The position of a value: 0 at the axis' start, 1 at its end, outside that range beyond them; NaN for values that have no position.</summary>
    public double Fraction(double value)
    {
        if (!Extent.CanDraw(value, Log)) return double.NaN;
        var fraction = Log
            ? (Math.Log10(value) - Math.Log10(Min)) / (Math.Log10(Max) - Math.Log10(Min))
            : (value - Min) / (Max - Min);
        return Reversed ? 1 - fraction : fraction;
    }

    /// <summary>The scale that shows all of the data, with air around it.</summary>
    /// <param name="data">What to show; an empty extent gives 0 to 1, or 1 to 10 on a logarithmic axis.</param>
    /// <param name="log">Whether the axis is logarithmic.</param>
    /// <param name="airBelow">The fraction of the data's span to leave free at the lower end.</param>
    /// <param name="airAbove">The fraction of the data's span to leave free at the upper end.</param>
    public static AxisScale Around(Extent data, bool log, double airBelow, double airAbove)
    {
        if (data.IsEmpty) return log ? new(1, 10, true) : new(0, 1);
        var (min, max) = log ? (Math.Log10(data.Min), Math.Log10(data.Max)) : (data.Min, data.Max);
        var size = Math.Max(Math.Abs(min), Math.Abs(max));
        if (max - min <= size * 1e-12)
        {
            // A constant has no span: a tenth of its size on both sides shows it in the middle.
            var half = size == 0 ? 1 : log ? 0.3 : size * 0.1;
            (min, max) = (min - half, max + half);
        }
        else
        {
            (min, max) = (min - ((max - min) * airBelow), max + ((max - min) * airAbove));
        }
        return log ? new(Math.Pow(10, Math.Max(min, -300)), Math.Pow(10, Math.Min(max, 300)), true) : new(min, max);
    }
}
