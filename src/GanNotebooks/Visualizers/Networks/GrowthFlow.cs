using GanNotebooks.Charts;
using GanNotebooks.Models;

namespace GanNotebooks.Visualizers;

/// <summary>Growing networks at a stage, as Karras et al. 2018 draw them in figure 2: while new layers fade in, two ways lead to and from the image.</summary>
internal static class GrowthFlow
{
    private const long PaperMaps = 512, Colors = 3;

    /// <summary>The generator: from z to the image.</summary>
    public static Flow Generator(GrowthStage stage)
    {
        var sides = Sides(stage);
        var image = Image(stage.Resolution, [new("toRGB", "1×1")]);
        List<FlowBlock> blocks = [new FlowBlock([PaperMaps], []) { Name = "z" }, .. sides.Select(side => Maps(side, side == GrowthStage.First
            ? [new("convolutions", "4×4, then 3×3")]
            : [new("upsample ×2"), new("convolutions", "3×3 twice")])), image];
        if (!IsFading(stage)) return new(blocks, []);
        blocks[^1] = Faded(image, stage);
        var old = Image(stage.Resolution / 2, [new("toRGB", "1×1")]) with { Role = "" };
        return new(blocks, [new(blocks.Count - 3, [old], blocks.Count - 1, [new("upsample ×2"), FlowOperation.OldShare(stage.Alpha)])]);
    }

    /// <summary>The critic: from the image to the score.</summary>
    public static Flow Critic(GrowthStage stage)
    {
        var sides = Sides(stage);
        List<FlowBlock> blocks = [Image(stage.Resolution, []), Maps(stage.Resolution, [new("fromRGB", "1×1")]),
            .. sides.Reverse().Skip(1).Select(side => Maps(side, [new("convolutions", "3×3 twice"), new("downsample ÷2")])),
            new FlowBlock([1], [new("convolutions", "3×3, then 4×4"), new("minibatch stddev", Leads: false), new("linear", Leads: false)], "score")];
        if (!IsFading(stage)) return new(blocks, []);
        blocks[2] = Faded(blocks[2], stage);
        return new(blocks, [new(0, [Maps(stage.Resolution / 2, [new("downsample ÷2"), new("fromRGB", "1×1")])], 2, [FlowOperation.OldShare(stage.Alpha)])]);
    }

    /// <summary>Whether old layers still have a say.</summary>
    public static bool IsFading(GrowthStage stage) => stage.Alpha < 1 && stage.Resolution > GrowthStage.First;

    private static IEnumerable<long> Sides(GrowthStage stage) => Enumerable.Range(0, stage.Doublings + 1).Select(doublings => GrowthStage.First << doublings);

    private static FlowBlock Maps(long side, IReadOnlyList<FlowOperation> operations) => new([Growth.Width(PaperMaps, side), side, side], operations) { Name = $"{side} × {side}" };

    private static FlowBlock Image(long side, IReadOnlyList<FlowOperation> operations) => new([Colors, side, side], operations, "image") { Name = $"{side} × {side}" };

    private static FlowBlock Faded(FlowBlock block, GrowthStage stage) => block with { Operations = [.. block.Operations, FlowOperation.NewShare(stage.Alpha)] };
}
