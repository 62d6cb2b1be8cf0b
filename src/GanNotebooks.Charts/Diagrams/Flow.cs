namespace GanNotebooks.Charts;

/// <summary>What happens to numbers in a network: a chain of blocks, and branches that leave it and come back.</summary>
/// <param name="Blocks">From the input to the output.</param>
/// <param name="Branches">Labels that enter, and ways around some of the blocks.</param>
internal sealed record Flow(IReadOnlyList<FlowBlock> Blocks, IReadOnlyList<FlowBranch> Branches);

/// <summary>A second way into a block.</summary>
/// <param name="From">The block that it leaves; null where it begins with labels.</param>
/// <param name="Blocks">Its own blocks, at least one.</param>
/// <param name="Into">The block that it joins.</param>
/// <param name="Last">What happens on the way there.</param>
internal sealed record FlowBranch(int? From, IReadOnlyList<FlowBlock> Blocks, int Into, IReadOnlyList<FlowOperation> Last);
