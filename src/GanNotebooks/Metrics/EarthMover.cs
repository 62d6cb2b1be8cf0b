namespace GanNotebooks.Metrics;

/// <summary>The Wasserstein-1 distance of two equally large sets of points: the smallest mean distance over which one set's points must be moved to match the other's.</summary>
public static class EarthMover
{
    /// <summary>The distance of points on a line. There the best plan keeps the order, so sorting finds it. Villani 2003, section 2.2.</summary>
    /// <param name="from">Numbers.</param>
    /// <param name="to">As many numbers.</param>
    /// <exception cref="ArgumentException">There are no points, or not equally many.</exception>
    public static double OnALine(IReadOnlyCollection<double> from, IReadOnlyCollection<double> to)
    {
        if (from.Count == 0 || from.Count != to.Count) throw new ArgumentException($"{from.Count} and {to.Count} points: expected equally many, and at least one.", nameof(to));
        return from.Order().Zip(to.Order(), (a, b) => Math.Abs(a - b)).Average();
    }
}
