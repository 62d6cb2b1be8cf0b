namespace GanNotebooks.Metrics;

/// <summary>Whether two series rise and fall together, whatever their scales. Spearman 1904.</summary>
public static class RankCorrelation
{
    /// <summary>The correlation: 1 when one series always rises with the other, −1 when it always falls then, about 0 when they are unrelated.</summary>
    /// <param name="x">At least two numbers, not all the same.</param>
    /// <param name="y">As many numbers.</param>
    /// <exception cref="ArgumentException">There are too few, or not equally many.</exception>
    public static double Of(IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        if (x.Count < 2 || x.Count != y.Count) throw new ArgumentException($"{x.Count} and {y.Count} numbers: expected equally many, and at least two.", nameof(y));
        var (a, b) = (CenteredRanks(x), CenteredRanks(y));
        return a.Zip(b, (i, j) => i * j).Sum() / Math.Sqrt(a.Sum(i => i * i) * b.Sum(j => j * j));
    }

    /// <summary>Ranks with their mean taken off; equal numbers share the mean of their ranks.</summary>
    private static double[] CenteredRanks(IReadOnlyList<double> values) =>
        [.. values.Select(value => values.Count(other => other < value) + (values.Count(other => other == value) - values.Count) / 2.0)];
}
