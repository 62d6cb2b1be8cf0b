namespace GanNotebooks.Data;

/// <summary>Finds points of the plane by name.</summary>
public static class PointSets
{
    private static readonly Dictionary<string, Func<IBatchSource>> All = new()
    {
        ["ring"] = () => new GaussianRing(),
        ["grid"] = () => new GaussianGrid(),
        ["moons"] = () => new TwoMoons(),
        ["spiral"] = () => new Spiral(),
    };

    /// <summary>The names of all sets of points.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Opens points by name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <exception cref="ArgumentException">There are no points by this name.</exception>
    public static IBatchSource Open(string name) => All.TryGetValue(name, out var create) ? create()
        : throw new ArgumentException($"There are no points \"{name}\"; there are {string.Join(", ", Names)}.", nameof(name));
}
