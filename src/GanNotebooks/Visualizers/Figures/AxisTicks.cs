using System.Globalization;

namespace GanNotebooks.Visualizers;

/// <summary>Round numbers along an axis: steps of 1, 2 or 5 times a power of ten, as plotly chooses them.</summary>
/// <param name="Ticks">The places, ascending.</param>
/// <param name="PlotlyCount">The count of ticks that makes plotly choose the same steps.</param>
/// <param name="LogStep">The steps of a logarithmic axis; null on a linear one.</param>
internal sealed record AxisTicks(IReadOnlyList<Tick> Ticks, int PlotlyCount, LogStep? LogStep)
{
    // Where a double has no more digits between two ends, stepping would not end by itself.
    private const int MostTicks = 100;

    /// <summary>The widest label, in pixels.</summary>
    public double LabelWidth => Ticks.Count == 0 ? 0 : Ticks.Max(tick => TextWidth.Of(tick.Label, FigureStyle.TickFontSize));

    /// <summary>The smallest of 1, 2 and 5 times a power of ten that cuts a span into no more than so many parts.</summary>
    /// <returns>The factor, and the power of ten.</returns>
    public static (int Factor, int Power) Step(double span, int atMost)
    {
        var rough = span / atMost;
        var power = (int)Math.Floor(Math.Log10(rough));
        foreach (var factor in (ReadOnlySpan<int>)[1, 2, 5])
        {
            if (factor * Math.Pow(10, power) >= rough * (1 - 1e-9))
                return (factor, power);
        }

        return (1, power + 1);
    }

    /// <summary>The ticks of an axis.</summary>
    /// <param name="scale">The axis.</param>
    /// <param name="atMost">Into how many parts the axis may be cut, at least 1; a few more where that would leave a single tick.</param>
    public static AxisTicks Of(AxisScale scale, int atMost)
    {
        var (factor, power) = Step(scale.Max - scale.Min, atMost);
        if (!scale.Log)
        {
            var ticks = Linear(scale, factor, power);
            // A single number tells nothing about an axis' scale.
            return ticks.Count < 2 && atMost < 5 ? Of(scale, atMost + 1) : new(ticks, PlotlyCountFor(scale, factor, power), null);
        }

        var (low, high) = (Math.Log10(scale.Min), Math.Log10(scale.Max));
        if (high - low >= 2)
        {
            var decades = (int)Math.Ceiling((high - low) / atMost);
            return new([.. Powers(low, high, decades)], atMost, new(decades, ""));
        }

        Tick[] digits = [.. Digits(low, high)];
        if (digits.Length >= 3)
            return new(digits, atMost, new(0, "D2"));

        // Less than a decade: the logarithm bends so little that evenly spaced values read best.
        return new(Linear(scale, factor, power), atMost, new(0, string.Create(CultureInfo.InvariantCulture, $"L{factor}e{power}")));
    }

    // Plotly takes the next larger step where one fits the count exactly, so it is asked for one more.
    private static int PlotlyCountFor(AxisScale scale, int factor, int power) =>
        (int)(((scale.Max - scale.Min) / (factor * Math.Pow(10, power))) + 1e-6) + 1;

    private static List<Tick> Linear(AxisScale scale, int factor, int power)
    {
        var unit = Math.Pow(10, power);
        var format = TickFormat.Of(Math.Max(Math.Abs(scale.Min), Math.Abs(scale.Max)), power);
        var first = Math.Ceiling((scale.Min / unit / factor) - 1e-9);
        var ticks = new List<Tick>();
        for (var i = 0; i < MostTicks; i++)
        {
            var steps = (first + i) * factor;
            var value = power < 0 ? steps / Math.Pow(10, -power) : steps * unit;   // exact where a double can be
            if (value > scale.Max + (factor * unit * 1e-9))
                break;
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
                if (place >= low - 1e-9 && place <= high + 1e-9)
                {
                    var value = power < 0 ? digit / Math.Pow(10, -power) : digit * Math.Pow(10, power);
                    yield return new(value, TickFormat.Plain(value));
                }
            }
        }
    }
}
