namespace GanNotebooks.Charts;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten, as plotly chooses them.</summary>
internal static class AxisTicks
{
    // When a double has no more digits between the two ends, stepping would never end.
    private const int MostTicks = 100;

    /// <summary>The widest label, in pixels.</summary>
    public static double Width(IReadOnlyList<Tick> ticks, double fontSize) => ticks.Count == 0 ? 0 : ticks.Max(tick => TextWidth.Of(tick.Label, fontSize));

    /// <summary>The ticks of an axis, ascending.</summary>
    /// <param name="axis">The axis, with ticks that the chart's author may have chosen.</param>
    /// <param name="scale">The values that it shows.</param>
    /// <param name="pixels">Its length in pixels.</param>
    public static IReadOnlyList<Tick> Of(Axis axis, AxisScale scale, double pixels)
    {
        var along = axis.Id[0] == 'x';
        if (axis.Ticks is { } chosen) return [.. chosen.Where(tick => scale.Fraction(tick.Value) is >= -1e-9 and <= 1 + 1e-9)];
        if (axis.Categories is not { Count: > 0 } names) return Of(scale, Parts(pixels, along ? 80 : 40));
        int[] shown = [.. Enumerable.Range(0, names.Count).Where(i => i >= scale.Min && i <= scale.Max)];
        var widest = along ? names.Max(name => TextWidth.Of(name, axis.Look.Label.Size)) + 8 : 18;
        var every = Math.Max(1, (int)Math.Ceiling(shown.Length * Math.Min(widest, 160) / Math.Max(1, pixels)));
        return [.. shown.Where((_, i) => i % every == 0).Select(i => new Tick(i, TextWidth.Fit(names[i], axis.Look.Label.Size, 160)))];
    }

    /// <summary>The largest number of parts into which plotly divides an axis.</summary>
    /// <param name="pixels">Its length in pixels.</param>
    /// <param name="pixelsEach">The usual pixels per part: 80 along x, 40 along y.</param>
    public static double Parts(double pixels, double pixelsEach) => Math.Min(Math.Clamp(pixels / pixelsEach, 4, 9) + 1, Math.Max(2, pixels / 0.45 / pixelsEach));

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that divides a span into no more than so many parts.</summary>
    /// <returns>The factor, and the power of ten.</returns>
    public static (int Factor, int Power) Step(double span, double atMost)
    {
        var rough = span / atMost;
        var power = (int)Math.Floor(Math.Log10(rough));
        foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
        {
            if (factor * Math.Pow(10, power) >= rough * (1 - 1e-9)) return (factor, power);
        }
        return (1, power + 1);
    }

    /// <summary>The ticks of a scale.</summary>
    /// <param name="scale">The values that the axis shows.</param>
    /// <param name="atMost">The largest number of parts, at least 1; a few more if that would give a single tick.</param>
    public static IReadOnlyList<Tick> Of(AxisScale scale, double atMost)
    {
        var (factor, power) = Step(scale.Max - scale.Min, atMost);
        if (!scale.Log)
        {
            var ticks = Linear(scale, factor, power);
            return ticks.Count < 2 && atMost < 5 ? Of(scale, atMost + 1) : ticks;   // a single number says nothing about a scale
        }

        var (low, high) = (Math.Log10(scale.Min), Math.Log10(scale.Max));
        if (high - low >= 2) return [.. Powers(low, high, (int)Math.Ceiling((high - low) / atMost))];
        Tick[] digits = [.. Digits(low, high)];
        return digits.Length >= 3 ? digits : Linear(scale, factor, power);   // less than a decade bends so little that even steps read best
    }

    private static List<Tick> Linear(AxisScale scale, int factor, int power)
    {
        var unit = Math.Pow(10, power);
        var format = TickFormat.Of(Math.Max(Math.Abs(scale.Min), Math.Abs(scale.Max)), power);
        var first = Math.Ceiling((scale.Min / unit / factor) - 1e-6);
        var ticks = new List<Tick>();
        for (var i = 0; i < MostTicks; i++)
        {
            var steps = (first + i) * factor;
            var value = power < 0 ? steps / Math.Pow(10, -power) : steps * unit;   // exact where a double can be
            if (value > scale.Max + (factor * unit * 1e-6)) break;
            ticks.Add(new(value, format.Label(value)));
        }
        return ticks;
    }

    private static IEnumerable<Tick> Powers(double low, double high, int decades)
    {
        for (var power = (int)Math.Ceiling((low - 1e-9) / decades) * decades; power <= high + 1e-9; power += decades)
            yield return new(Math.Pow(10, power), TickFormat.Power(power));
    }

    private static IEnumerable<Tick> Digits(double low, double high)
    {
        for (var power = (int)Math.Floor(low); power <= high; power++)
        {
            foreach (var digit in (int[])[1, 2, 5])
            {
                var place = power + Math.Log10(digit);
                var value = power < 0 ? digit / Math.Pow(10, -power) : digit * Math.Pow(10, power);
                if (place >= low - 1e-9 && place <= high + 1e-9) yield return new(value, TickFormat.Plain(value));
            }
        }
    }
}
