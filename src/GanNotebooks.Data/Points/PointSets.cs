namespace GanNotebooks.Data;

/// <summary>Finds points of the plane by name.</summary>
public static class PointSets
{
    /// <summary>The names there are.</summary>
    public static readonly IReadOnlyList<string> Names = ["ring", "grid", "moons", "spiral"];

    /// <summary>Opens points by name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There are no points by this name.</exception>
    public static IBatchSource Open(string name) => name switch
    {
        "ring" => new GaussianRing(),
        "grid" => new GaussianGrid(),
        "moons" => new TwoMoons(),
        "spiral" => new Spiral(),
        _ => throw new ArgumentException($"There are no points \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name)),
    };
}
