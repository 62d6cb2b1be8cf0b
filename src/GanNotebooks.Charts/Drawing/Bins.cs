namespace GanNotebooks.Charts;

/// <summary>Equal intervals that a histogram counts in.</summary>
/// <param name="Min">The first interval's start.</param>
/// <param name="Max">The last interval's end, which belongs to it.</param>
/// <param name="Count">How many intervals.</param>
internal readonly record struct Bins(double Min, double Max, int Count)
{
    public double Width => (Max - Min) / Count;

    /// <summary>The intervals that plotly chooses: with a rounded width from the spread of the values, or from the largest number of intervals.</summary>
    /// <param name="values">Finite values, at least one.</param>
    /// <param name="atMost">The largest number of intervals; null to let the spread decide.</param>
    public static Bins Around(double[] values, double? atMost)
    {
        var (min, max, mean) = (values.Min(), values.Max(), values.Average());
        var spread = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)));
        var rough = atMost is { } count and > 0 ? (max - min) / count : 2 * spread / Math.Pow(values.Length, 0.4);
        if (!(rough > 0)) return new(min - 0.5, min + 0.5, 1);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var width = unit * (rough / unit <= 2 ? 2 : rough / unit <= 5 ? 5 : 10);
        var whole = values.All(value => value % 1 == 0);
        if (whole && atMost is null) width = Math.Max(width, 1);
        var start = Math.Floor(min / width) * width;
        // Values on edges would fall sometimes left, sometimes right: edges are moved so that they lie in the middle.
        if (whole) start = width < 1 ? min - (width / 2) : start - 0.5 + width < min ? start - 0.5 + width : start - 0.5;
        else if (Near(width / 2) < 0.1 && (Near(0) > 0.3 || IsNear(min, 0) || IsNear(max, 0))) start += start + (width / 2) < min ? width / 2 : -width / 2;
        var bins = Math.Clamp((int)Math.Floor((max - start) / width) + 1, 1, 10_000);
        return new(start, start + (bins * width), bins);

        bool IsNear(double value, double shift) => (1 + ((value + shift - start) * 100 / width)) % 100 < 2;

        double Near(double shift) => values.Count(value => IsNear(value, shift)) / (double)values.Length;
    }

    /// <summary>The edge before an interval; the last edge for <see cref="Count"/>.</summary>
    public double Edge(int index) => index == Count ? Max : Min + (index * Width);

    /// <summary>How many values fall in each interval, as [start, end), the last one with its end; values outside are not counted.</summary>
    public double[] CountsOf(ReadOnlySpan<double> values)
    {
        var counts = new double[Count];
        foreach (var value in values)
        {
            if (value >= Min && value <= Max) counts[IndexOf(value)]++;
        }
        return counts;
    }

    private int IndexOf(double value)
    {
        // The division may round across an edge; the edges themselves decide.
        var index = Math.Min((int)((value - Min) / Width), Count - 1);
        if (value < Edge(index)) return index - 1;
        return index + 1 < Count && value >= Edge(index + 1) ? index + 1 : index;
    }
}
