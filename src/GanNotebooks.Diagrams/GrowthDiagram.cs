using System.Globalization;
using GanNotebooks.Models;

namespace GanNotebooks.Diagrams;

/// <summary>
/// Pictures of growing networks at a stage: the generator, below it the critic; while new layers fade in, two paths lead to and from the image,
/// with their shares α and 1 − α. Karras et al. 2018, figure 2.
/// </summary>
public static class GrowthDiagram
{
    private const long PaperMaps = 512, PaperWideUntil = 32, Colors = 3;

    /// <summary>Draws a stage.</summary>
    /// <param name="stage">A resolution of 4, 8, 16, … and α from 0 to 1.</param>
    /// <exception cref="ArgumentException">The stage is not valid.</exception>
    public static ModelDiagram Of(GrowthStage stage)
    {
        var fading = IsFading(Growth.Checked(stage, stage.Resolution));
        return new(Describe(stage),
            (Generator(stage), "Generator", fading ? $"the {stage.Resolution} px layers fade in" : $"at {stage.Resolution} px"),
            (Critic(stage), "Critic", fading ? "real images are faded with the same α" : "grows at the same time"));
    }

    /// <summary>The generator: from z to the image.</summary>
    internal static Flow Generator(GrowthStage stage)
    {
        var image = Image(stage.Resolution, [new("toRGB", "1×1")]);
        List<FlowBlock> blocks = [new FlowBlock([PaperMaps], []) { Name = "z" }, .. Sides(stage).Select(side => Maps(side, side == GrowthStage.First
            ? [new("convolutions", "4×4, then 3×3")]
            : [new("upsample ×2"), new("convolutions", "3×3 twice")])), image];
        if (!IsFading(stage)) return new(blocks, []);
        blocks[^1] = Faded(image, stage);
        var old = Image(stage.Resolution / 2, [new("toRGB", "1×1")]) with { Role = "" };
        return new(blocks, [new(blocks.Count - 3, old, blocks.Count - 1, [new("upsample ×2"), OldShare(stage)])]);
    }

    /// <summary>The critic: from the image to the score.</summary>
    internal static Flow Critic(GrowthStage stage)
    {
        List<FlowBlock> blocks = [Image(stage.Resolution, []), Maps(stage.Resolution, [new("fromRGB", "1×1")]),
            .. Sides(stage).Reverse().Skip(1).Select(side => Maps(side, [new("convolutions", "3×3 twice"), new("downsample ÷2")])),
            new FlowBlock([1], [new("convolutions", "3×3, then 4×4"), new("minibatch stddev", Leads: false), new("linear", Leads: false)], "score")];
        if (!IsFading(stage)) return new(blocks, []);
        blocks[2] = Faded(blocks[2], stage);
        return new(blocks, [new(0, Maps(stage.Resolution / 2, [new("downsample ÷2"), new("fromRGB", "1×1")]), 2, [OldShare(stage)])]);
    }

    private static string Describe(GrowthStage stage) => IsFading(stage)
        ? string.Create(CultureInfo.InvariantCulture, $"Generator and critic while {stage.Resolution} px fade in: α = {stage.Alpha:0.##} of the new layers, {1 - stage.Alpha:0.##} of the old ones, enlarged")
        : $"Generator and critic at {stage.Resolution} px";

    /// <summary>Whether old layers still contribute.</summary>
    private static bool IsFading(GrowthStage stage) => stage.Alpha < 1 && stage.Resolution > GrowthStage.First;

    private static IEnumerable<long> Sides(GrowthStage stage) => Enumerable.Range(0, stage.Doublings + 1).Select(doublings => GrowthStage.First << doublings);

    private static FlowBlock Maps(long side, IReadOnlyList<FlowOperation> operations) => new([Growth.Width(PaperMaps, side, PaperWideUntil), side, side], operations) { Name = $"{side} × {side}" };

    private static FlowBlock Image(long side, IReadOnlyList<FlowOperation> operations) => new([Colors, side, side], operations, "image") { Name = $"{side} × {side}" };

    private static FlowBlock Faded(FlowBlock block, GrowthStage stage) => block with { Operations = [.. block.Operations, Share("α", stage.Alpha) with { Leads = false }] };

    private static FlowOperation OldShare(GrowthStage stage) => Share("(1 − α)", 1 - stage.Alpha);

    private static FlowOperation Share(string name, double share) => new(string.Create(CultureInfo.InvariantCulture, $"× {name} = {share:0.##}"));
}
