namespace GanNotebooks.Charts;

/// <summary>Thins a long line to what a screen can show.</summary>
internal static class Decimation
{
    /// <summary>
    /// Keeps the lowest and the highest of the consecutive values that fall in one pixel column, so that every spike stays,
    /// and the first and the last value, and one of each gap.
    /// </summary>
    /// <param name="x">Positions; 0, 1, 2, … when null.</param>
    /// <param name="y">Values.</param>
    /// <param name="scale">The horizontal axis.</param>
    /// <param name="columns">How many pixel columns the axis covers, at least 1.</param>
    /// <param name="logY">Whether the vertical axis is logarithmic, so that values up to 0 are gaps.</param>
    /// <returns>Indices in ascending order; all of them for a short line.</returns>
    public static List<int> Keep(double[]? x, double[] y, AxisScale scale, int columns, bool logY)
    {
        if (y.Length <= 2 * columns)
            return [.. Enumerable.Range(0, y.Length)];

        var kept = new List<int>(2 * columns);
        var (column, low, high, inGap) = (0.0, -1, -1, false);
        for (var i = 0; i < y.Length; i++)
        {
            var place = Extent.CanDraw(y[i], logY) ? Math.Floor(scale.Fraction(x?[i] ?? i) * columns) : double.NaN;
            if (double.IsNaN(place))
            {
                Flush();
                if (!inGap)
                    kept.Add(i);
                (low, inGap) = (-1, true);
                continue;
            }

            inGap = false;
            if (low < 0 || place != column)
            {
                Flush();
                (column, low, high) = (place, i, i);
                if (i == 0)
                    kept.Add(0);
            }
            else if (y[i] < y[low])
            {
                low = i;
            }
            else if (y[i] > y[high])
            {
                high = i;
            }
        }

        Flush();
        Add(y.Length - 1);
        return kept;

        void Flush()
        {
            if (low < 0)
                return;
            Add(Math.Min(low, high));
            Add(Math.Max(low, high));
        }

        void Add(int index)
        {
            if (kept.Count == 0 || kept[^1] < index)
                kept.Add(index);
        }
    }
}
