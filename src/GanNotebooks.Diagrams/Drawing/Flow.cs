namespace GanNotebooks.Diagrams;

/// <summary>What happens to numbers in a network: a chain of blocks, and branches that leave it and come back.</summary>
/// <param name="Blocks">From the input to the output.</param>
/// <param name="Branches">Labels that enter, and ways around some of the blocks.</param>
internal sealed record Flow(IReadOnlyList<FlowBlock> Blocks, IReadOnlyList<FlowBranch> Branches)
{
    /// <summary>Blocks and the operations between them, in one line.</summary>
    public override string ToString() => string.Join(" → ", Blocks.Select((block, i) =>
        string.Concat(Branches.Where(branch => branch.Into == i).Select(branch => $"[{Words(branch)}] ")) + block));

    private string Words(FlowBranch branch) => string.Join(" → ", [
        branch.From is { } from ? Blocks[from].Label : "label",
        branch.Block.ToString(),
        .. branch.Last.Select(step => step.Name)]);
}

/// <summary>A second way into a block.</summary>
/// <param name="From">The block that it leaves; null if it begins with labels.</param>
/// <param name="Block">Its own block.</param>
/// <param name="Into">The block that it joins.</param>
/// <param name="Last">What happens on the way there.</param>
internal sealed record FlowBranch(int? From, FlowBlock Block, int Into, IReadOnlyList<FlowOperation> Last);

/// <summary>An operation on the way from one block to the next.</summary>
/// <param name="Name">What it is, such as <c>Conv2d</c> or <c>upsample ×2</c>.</param>
/// <param name="Detail">Its window, such as <c>4×4, stride 2</c>; may be empty.</param>
/// <param name="Leads">Whether the arrow is named after it; normalizations and activations only accompany others.</param>
internal sealed record FlowOperation(string Name, string Detail = "", bool Leads = true);

/// <summary>A tensor between two steps of a network, and how it was computed.</summary>
/// <param name="Shape">Its shape, without the batch.</param>
/// <param name="Operations">The operations on the previous block; empty for an input.</param>
/// <param name="Role">What it means, such as <c>z</c>; may be empty.</param>
internal sealed record FlowBlock(long[] Shape, IReadOnlyList<FlowOperation> Operations, string Role = "")
{
    /// <summary>What is written below it in place of its shape, or null.</summary>
    public string? Name { get; init; }

    /// <summary>The shape as papers write it: <c>256 × 7 × 7</c>; a vector's length alone.</summary>
    public string Label => Name ?? (IsVector(Shape) ? $"{Numbers}" : string.Join(" × ", Shape));

    /// <summary>The side of its maps; 1 for a vector.</summary>
    public long Side => IsVector(Shape) ? 1 : Shape[^1];

    /// <summary>How many numbers it holds.</summary>
    public long Numbers => Shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>The label and the operations that led to it.</summary>
    public override string ToString() => Operations.Count == 0 ? Label : $"{Label} ({ArrowLabel.Line(Operations)})";

    /// <summary>Whether a shape has channels only, and no height or width above 1.</summary>
    public static bool IsVector(long[] shape) => shape.Skip(1).All(size => size == 1);

    /// <summary>Whether both are drawn the same: (100) and (100, 1, 1) are.</summary>
    public static bool Same(long[] a, long[] b) => a.SequenceEqual(b) || (IsVector(a) && IsVector(b) && a.FirstOrDefault(1) == b.FirstOrDefault(1));
}
