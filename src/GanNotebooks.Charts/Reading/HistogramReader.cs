namespace GanNotebooks.Charts;

/// <summary>Counts the values of histograms in intervals, as plotly does.</summary>
internal static class HistogramReader
{
    /// <summary>The intervals that all histograms share; none if names are counted.</summary>
    public static Bins BinsOf(IReadOnlyList<TraceSource> sources)
    {
        var letter = sources[0].Lies ? 'y' : 'x';
        if ((sources[0].Lies ? sources[0].Y : sources[0].X).IsByName) return default;
        double[] values = [.. sources.SelectMany(source => source.Node[letter.ToString()].Numbers).Where(value => Extent.CanDraw(value))];
        if (values.Length == 0) return default;
        var asked = sources[0].Node[letter + "bins"];
        if (asked["size"].Number is { } size and > 0)
        {
            var start = asked["start"].Number ?? Math.Floor(values.Min() / size) * size;
            var count = (int)Math.Clamp(Math.Ceiling(((asked["end"].Number ?? values.Max() + (size / 2)) - start) / size - 1e-9), 1, 10_000);
            return new(start, start + (count * size), count);
        }
        return Bins.Around(values, sources[0].Node["nbins" + letter].Number);
    }

    /// <summary>One bar per interval, or per name.</summary>
    public static Bar[] Read(TraceSource source, Bins bins)
    {
        var (axis, letter) = source.Lies ? (source.Y, "y") : (source.X, "x");
        var values = axis.Places(source.Node[letter]);
        if (axis.IsByName) bins = new(-0.5, axis.Names - 0.5, axis.Names);
        if (bins.Count == 0) return [];
        var counts = bins.CountsOf(values);
        var total = Math.Max(1, counts.Sum());
        var factor = source.Node["histnorm"].Text switch { "percent" => 100 / total, "probability" => 1 / total, "density" => 1 / bins.Width, "probability density" => 1 / total / bins.Width, _ => 1 };
        return [.. counts.Select((count, i) => new Bar((bins.Edge(i) + bins.Edge(i + 1)) / 2, 0, 0, count * factor))];
    }
}
