namespace GanNotebooks.Visualizers;

/// <summary>Equal intervals that a histogram counts in.</summary>
/// <param name="Min">The first interval's start.</param>
/// <param name="Max">The last interval's end, which belongs to it.</param>
/// <param name="Count">How many intervals.</param>
internal readonly record struct Bins(double Min, double Max, int Count)
{
    public double Width => (Max - Min) / Count;

    /// <summary>The edge before an interval; the last edge for <see cref="Count"/>.</summary>
    public double Edge(int index) => index == Count ? Max : Min + (index * Width);

    /// <summary>How many values fall in each interval, as [start, end), the last one with its end; what lies outside is not counted.</summary>
    public double[] CountsOf(ReadOnlySpan<double> values)
    {
        var counts = new double[Count];
        foreach (var value in values)
        {
            if (value >= Min && value <= Max)
                counts[IndexOf(value)]++;
        }

        return counts;
    }

    private int IndexOf(double value)
    {
        // The division may round across an edge; the edges themselves decide.
        var index = Math.Min((int)((value - Min) / Width), Count - 1);
        if (value < Edge(index))
            return index - 1;
        return index + 1 < Count && value >= Edge(index + 1) ? index + 1 : index;
    }
}
