namespace GanNotebooks.Charts;

/// <summary>The smallest and the largest number that can be drawn.</summary>
internal readonly record struct Extent(double Min, double Max)
{
    // Beyond it differences overflow; useful training curves stay below it.
    private const double Largest = 1e300;

    /// <summary>The extent of no numbers.</summary>
    public static Extent None { get; } = new(double.PositiveInfinity, double.NegativeInfinity);

    public bool IsEmpty => !(Min <= Max);

    /// <summary>Whether a number has a position on an axis: finite, and positive on a logarithmic one.</summary>
    public static bool CanDraw(double value, bool log = false) =>
        log ? value is >= 1 / Largest and <= Largest : Math.Abs(value) <= Largest;

    /// <summary>The extent of the numbers that can be drawn.</summary>
    public static Extent Of(ReadOnlySpan<double> values, bool log = false)
    {
        var (min, max) = None;
        foreach (var value in values)
        {
            if (!CanDraw(value, log))
                continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return new(min, max);
    }

    /// <summary>The extent that contains both.</summary>
    public Extent And(Extent other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));
}
