namespace GanNotebooks.Metrics;

/// <summary>The Wasserstein-1 distance of two equally large sets of points: the least mean way by which the one can be carried onto the other.</summary>
public static class EarthMover
{
    /// <summary>On a line the best plan keeps the order, so sorting finds it. Villani 2003, section 2.2.</summary>
    /// <param name="from">Numbers.</param>
    /// <param name="to">Numbers, as many.</param>
    /// <exception cref="ArgumentException">There are none, or not equally many.</exception>
    public static double OnALine(IReadOnlyCollection<double> from, IReadOnlyCollection<double> to)
    {
        if (from.Count == 0 || from.Count != to.Count) throw new ArgumentException($"{from.Count} and {to.Count} points: expected equally many, and at least one.", nameof(to));
        return from.Order().Zip(to.Order(), (a, b) => Math.Abs(a - b)).Average();
    }
}
