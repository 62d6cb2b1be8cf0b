using GanNotebooks.Models;
using TorchSharp.Modules;

namespace GanNotebooks.Diagrams;

/// <summary>
/// Turns layers, in the order in which they are called, into blocks: a layer that learns makes a block, layers after it that do not learn belong to it,
/// and the vectors of labels enter the next block.
/// </summary>
internal static class FlowTrace
{
    /// <summary>Builds the flow of a network's pass.</summary>
    public static Flow Of(NetworkPass seen)
    {
        var (first, last) = seen.Network switch { ImageTranslator => ("given", "sample"), Models.Generator => ("z", "sample"), Discriminator => ("sample", "score"), _ => ("input", "output") };
        List<FlowBlock> blocks = [new(seen.Input, [], first)];
        List<FlowBranch> labels = [];
        List<FlowOperation> pending = [];
        var (shape, ended) = (seen.Input, false);      // after a change of size, the next layer begins a new block
        foreach (var pass in seen.Passes)
        {
            var layer = Operation(pass);
            if (pass.Layer is Embedding)
            {
                labels.Add(new(null, new(pass.Output, [layer]), blocks.Count, seen.Network is ProjectionDiscriminator ? [new("inner product with φ(x)")] : []));
                continue;
            }
            var joined = labels.Exists(label => label.Into == blocks.Count);
            if (!FlowBlock.Same(shape, pass.Input) && joined) Add(pass.Input);
            else if (!FlowBlock.Same(shape, pass.Input)) pending.Add(Changed(pass.Input));
            var belongs = !ended && !joined && pending.Count == 0 && blocks[^1].Operations.Count > 0 && (!layer.Leads || Repeats(blocks[^1], layer, pass.Output));
            if (belongs) blocks[^1] = blocks[^1] with { Shape = pass.Output, Operations = [.. blocks[^1].Operations, layer] };
            else if (layer.Leads) Add(pass.Output, layer);
            else pending.Add(layer);
            ended |= belongs && !layer.Leads && !FlowBlock.Same(pass.Input, pass.Output);
            shape = pass.Output;
        }
        if (!FlowBlock.Same(shape, seen.Output)) pending.Add(Changed(seen.Output));
        if (pending.Count > 0 && (ended || blocks[^1].Operations.Count == 0)) Add(seen.Output);
        blocks[^1] = blocks[^1] with { Shape = seen.Output, Operations = [.. blocks[^1].Operations, .. pending], Role = last };
        return new Flow(blocks, [.. labels.Select(label => label with { Into = Math.Min(label.Into, blocks.Count - 1) })]);

        void Add(long[] output, params FlowOperation[] layer)
        {
            blocks.Add(new(output, [.. pending, .. layer]));
            pending.Clear();
            ended = false;
        }
    }

    /// <summary>Code between layers may change the shape: only the new shape is known of it.</summary>
    private static FlowOperation Changed(long[] shape) => new($"to {new FlowBlock(shape, []).Label}", Leads: false);

    /// <summary>Convolutions that make the same maps again are one block; a 1×1 window converts from or to colours and is a block of its own.</summary>
    private static bool Repeats(FlowBlock before, FlowOperation layer, long[] output) => !FlowBlock.IsVector(output) && FlowBlock.Same(before.Shape, output)
        && IsPointwise(layer) == IsPointwise(before.Operations.LastOrDefault(operation => operation.Leads) ?? layer);

    private static bool IsPointwise(FlowOperation layer) => layer.Detail == "1×1";

    /// <summary>The operation of a layer; it leads if it multiplies by learned weights.</summary>
    private static FlowOperation Operation(LayerPass pass)
    {
        var matrix = pass.Layer.parameters(recurse: false).FirstOrDefault(weight => weight.ndim > 1);
        return new FlowOperation(ModelSummaries.Kind(pass.Layer), matrix is null ? "" : Window(pass, matrix.shape), matrix is not null);
    }

    private static string Window(LayerPass pass, long[] weights)
    {
        if (pass.Layer is Embedding) return $"of {weights[0]} classes";
        if (weights.Length <= 2) return "";
        var strides = pass.Layer switch { Convolution layer => layer.stride.Distinct().ToArray(), _ => [1] };
        return string.Join('×', weights[2..]) + (strides is [1] ? "" : $", stride {string.Join('×', strides)}");
    }
}
