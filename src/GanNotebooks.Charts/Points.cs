namespace GanNotebooks.Charts;

/// <summary>A named cloud of points in the plane.</summary>
/// <remarks>The numbers are copied.</remarks>
public sealed class Points
{
    /// <summary>Creates a cloud of points.</summary>
    /// <param name="name">The legend's text.</param>
    /// <param name="x">One x per point; a point with NaN or infinity is left out.</param>
    /// <param name="y">One y per point.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public Points(string name, IReadOnlyList<double> x, IReadOnlyList<double> y)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        CheckLengths(name, x.Count, y.Count);
        (Name, Xs, Ys) = (name, [.. x], [.. y]);
    }

    /// <summary>Creates a cloud of points from single-precision numbers, as tensors hold them.</summary>
    /// <param name="name">The legend's text.</param>
    /// <param name="x">One x per point; a point with NaN or infinity is left out.</param>
    /// <param name="y">One y per point.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public Points(string name, ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ArgumentNullException.ThrowIfNull(name);
        CheckLengths(name, x.Length, y.Length);
        (Name, Xs, Ys) = (name, Array.ConvertAll(x.ToArray(), value => (double)value), Array.ConvertAll(y.ToArray(), value => (double)value));
    }

    /// <summary>The legend's text.</summary>
    public string Name { get; }

    /// <summary>The points' x.</summary>
    public IReadOnlyList<double> X => Xs;

    /// <summary>The points' y.</summary>
    public IReadOnlyList<double> Y => Ys;

    internal double[] Xs { get; }

    internal double[] Ys { get; }

    private static void CheckLengths(string name, int x, int y)
    {
        if (x != y)
            throw new ArgumentException($"Points \"{name}\": {x} x values and {y} y values; give one y for each x.", nameof(y));
    }
}
