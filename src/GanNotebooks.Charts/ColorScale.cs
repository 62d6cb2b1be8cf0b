using System.Globalization;

namespace GanNotebooks.Charts;

/// <summary>Turns a number between 0 and 1 into a colour: straight lines in sRGB between given colours, as plotly draws it.</summary>
public sealed class ColorScale
{
    private readonly double[] places;
    private readonly (double Red, double Green, double Blue)[] colors;

    private ColorScale(params string[] stops) : this([.. stops.Select((_, i) => i / (stops.Length - 1.0))], stops)
    {
    }

    /// <summary>A scale with colours at given positions.</summary>
    /// <param name="places">From 0 to 1, ascending.</param>
    /// <param name="stops">One colour each, as <c>#rrggbb</c>.</param>
    internal ColorScale(IReadOnlyList<double> places, IReadOnlyList<string> stops)
    {
        (this.places, Stops) = ([.. places], stops);
        colors = [.. stops.Select(Parse)];
    }

    /// <summary>Dark violet to yellow: even steps look even, also in grey and to colour-blind people (van der Walt and Smith, 2015).</summary>
    public static ColorScale Viridis { get; } = new(
        "#440154", "#482878", "#3e4989", "#31688e", "#26828e", "#1f9e89", "#35b779", "#6dcd59", "#b4de2c", "#fde725");

    /// <summary>Blue over white to red, for values with a meaningful middle: D(x) = 0.5, a difference of 0.</summary>
    public static ColorScale BlueWhiteRed { get; } = new(
        "#2166ac", "#4393c3", "#92c5de", "#d1e5f0", "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d", "#b2182b");

    /// <summary>The colours as <c>#rrggbb</c>, from 0 to 1.</summary>
    public IReadOnlyList<string> Stops { get; }

    /// <summary>The colours' positions, from 0 to 1.</summary>
    internal IReadOnlyList<double> Places => places;

    /// <summary>The colour of a number.</summary>
    /// <param name="position">0 for the first colour, 1 for the last; values outside take the nearer end.</param>
    /// <returns>The colour as <c>#rrggbb</c>.</returns>
    public string At(double position)
    {
        var place = Math.Clamp(position, 0, 1);
        var right = Math.Clamp(Array.FindIndex(places, at => at >= place), 1, places.Length - 1);
        var (a, b, t) = (colors[right - 1], colors[right], (place - places[right - 1]) / Math.Max(1e-9, places[right] - places[right - 1]));
        return string.Create(CultureInfo.InvariantCulture, $"#{Mix(a.Red, b.Red):x2}{Mix(a.Green, b.Green):x2}{Mix(a.Blue, b.Blue):x2}");

        int Mix(double from, double to) => (int)Math.Round(from + ((to - from) * Math.Clamp(t, 0, 1)));
    }

    /// <summary>The same colours in reverse order.</summary>
    internal ColorScale Reversed() => new([.. places.Reverse().Select(place => 1 - place)], [.. Stops.Reverse()]);

    private static (double Red, double Green, double Blue) Parse(string color)
    {
        var rgb = int.Parse(color.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (rgb >> 16, (rgb >> 8) & 255, rgb & 255);
    }
}
