using GanNotebooks.Charts;
using GanNotebooks.Models;
using TorchSharp.Modules;

namespace GanNotebooks.Visualizers;

/// <summary>
/// Finds out from the shapes that layers got and made how a network is connected: a layer goes on where the one before ended, or joins what
/// came from labels, or takes up an earlier block, as the old layers of a growing network do.
/// </summary>
internal sealed class FlowTrace
{
    private readonly FlowChain main;
    private readonly List<FlowChain> open = [];
    private readonly List<FlowBranch> branches = [];
    private readonly NetworkPass seen;
    private readonly double alpha;
    private FlowChain? latest;

    private FlowTrace(NetworkPass seen)
    {
        (this.seen, alpha) = (seen, (seen.Network as IGrowing)?.Stage.Alpha ?? 1);
        main = new FlowChain(seen.Input);
        main.Blocks.Add(new FlowBlock(seen.Input, []));
    }

    /// <summary>Follows the layers.</summary>
    public static Flow Of(NetworkPass seen)
    {
        var trace = new FlowTrace(seen);
        foreach (var pass in seen.Passes) trace.Follow(pass);
        return trace.Finish();
    }

    private void Follow(LayerPass pass)
    {
        var layer = LayerOperation.Of(pass);
        if (pass.Layer is Embedding)
        {
            open.Add(new FlowChain(pass.Input));
            open[^1].Pass(layer, pass.Output);
            return;
        }
        // Layers that do not learn belong to the one before; others may be where ways meet.
        if (layer.Leads || latest is null || !FlowBlock.Same(latest.Shape, pass.Input)) latest = Continued(pass.Input);
        latest.Pass(layer, pass.Output);
    }

    /// <summary>The chain that ends with what a layer got.</summary>
    private FlowChain Continued(long[] input)
    {
        var branch = open.LastOrDefault(chain => chain.From is not null && FlowBlock.Same(chain.Shape, input));
        if (FlowBlock.Same(main.Shape, input))
        {
            if (branch is not null) Join(branch);
            main.Change(input, null);
            return main;
        }
        if (branch is not null) return branch;

        var same = main.Blocks.FindLastIndex(block => !FlowBlock.IsVector(input) && block.Shape.SequenceEqual(input));
        if (same < 0 && LayerOperation.Connects(main.Shape, input, out var change))
        {
            main.Change(input, change);
            return main;
        }
        var labels = open.Where(chain => chain.From is null).ToArray();
        if (same < 0 && labels.Length > 0 && FlowBlock.Numbers(main.Shape) + labels.Sum(chain => FlowBlock.Numbers(chain.Shape)) == FlowBlock.Numbers(input))
        {
            main.Begin(input, new("joined"));
            foreach (var chain in labels) Join(chain);
            return main;
        }
        var earlier = same >= 0 ? same : main.Blocks.FindLastIndex(block => LayerOperation.Connects(block.Shape, input, out _));
        if (earlier >= 0)
        {
            LayerOperation.Connects(main.Blocks[earlier].Shape, input, out var step);
            open.Add(new FlowChain(input, earlier));
            open[^1].Change(input, step);
            return open[^1];
        }
        main.Begin(input, new("…"));        // code between layers that shapes alone do not explain
        return main;
    }

    private Flow Finish()
    {
        if (LayerOperation.Connects(main.Shape, seen.Output, out var change)) main.Change(seen.Output, change);
        else main.Begin(seen.Output, new("…"));
        main.End();
        foreach (var chain in open.ToArray())
        {
            if (chain.From is not null && LayerOperation.Connects(chain.Shape, seen.Output, out var step)) chain.Change(seen.Output, step);
            Join(chain);
        }
        main.Blocks[0] = main.Blocks[0] with { Role = seen.Network switch { Models.Generator => "z", Discriminator => "sample", _ => "input" } };
        main.Blocks[^1] = main.Blocks[^1] with { Role = seen.Network switch { Models.Generator => "sample", Discriminator => "score", _ => "output" } };
        return new Flow(main.Blocks, branches);
    }

    /// <summary>Lets a branch end in the main chain's last block.</summary>
    private void Join(FlowChain branch)
    {
        open.Remove(branch);
        main.Close();
        var how = branch.Pending.ToList();
        if (branch.From is null && seen.Network is ProjectionDiscriminator) how.Add(new("inner product with φ(x)"));
        if (branch.From is not null && alpha < 1)
        {
            how.Add(FlowOperation.OldShare(alpha));
            main.Blocks[^1] = main.Blocks[^1] with { Operations = [.. main.Blocks[^1].Operations, FlowOperation.NewShare(alpha)] };
        }
        branches.Add(new FlowBranch(branch.From, branch.Blocks, main.Blocks.Count - 1, how));
    }
}
