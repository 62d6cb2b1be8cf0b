namespace GanNotebooks.Charts;

/// <summary>Numbers between two steps of a network, and how they came to be.</summary>
/// <param name="Shape">Their shape, without the batch.</param>
/// <param name="Operations">What was done to the block before; nothing for an input.</param>
/// <param name="Role">What they mean to whoever looks at the network, such as <c>z</c>; may be empty.</param>
internal sealed record FlowBlock(long[] Shape, IReadOnlyList<FlowOperation> Operations, string Role = "")
{
    /// <summary>What is written below it in place of its shape, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The shape as papers write it: <c>256 × 7 × 7</c>; a vector's length alone.</summary>
    public string Label => Name is not null ? Name : IsVector(Shape) ? $"{Numbers(Shape)}" : string.Join(" × ", Shape);

    /// <summary>The side of its maps; 1 for a vector.</summary>
    public long Side => IsVector(Shape) ? 1 : Shape[^1];

    /// <summary>Whether it has no places beside its channels.</summary>
    public static bool IsVector(long[] shape) => shape.Skip(1).All(size => size == 1);

    /// <summary>How many numbers it holds.</summary>
    public static long Numbers(long[] shape) => shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>Whether both are the same to the eye: (100) and (100, 1, 1) are.</summary>
    public static bool Same(long[] a, long[] b) => a.SequenceEqual(b) || (IsVector(a) && IsVector(b) && Numbers(a) == Numbers(b));
}
