using GanNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Visualizers;

/// <summary>Summaries of networks.</summary>
public static class ModelSummaries
{
    /// <summary>A generator's layers, shapes, parameters and cost.</summary>
    /// <param name="generator">Looked at in evaluation mode; it does not change.</param>
    public static ModelSummary Summary(this Models.Generator generator) => Of(NetworkPass.Of(generator));

    /// <summary>A discriminator's layers, shapes, parameters and cost.</summary>
    /// <param name="discriminator">Looked at in evaluation mode; it does not change.</param>
    /// <param name="sampleShape">The shape of one sample, such as (C, H, W).</param>
    public static ModelSummary Summary(this Discriminator discriminator, params long[] sampleShape) => Of(NetworkPass.Of(discriminator, sampleShape));

    /// <summary>A network's layers, shapes, parameters and cost.</summary>
    /// <param name="network">Looked at in evaluation mode; it does not change.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    public static ModelSummary Summary(this nn.Module<Tensor, Tensor> network, params long[] inputShape) => Of(NetworkPass.Of(network, inputShape));

    private static ModelSummary Of(NetworkPass seen)
    {
        var order = seen.Passes.Select((pass, i) => (pass.Layer, i)).GroupBy(pass => pass.Layer).ToDictionary(group => group.Key, group => group.First().i);
        return new ModelSummary(seen.Network.GetName(), seen.Input, [.. seen.Layers
            .OrderBy(layer => order.GetValueOrDefault(layer.Layer, int.MaxValue))
            .Select(layer => Of(layer.Name, layer.Layer, seen.Passes.Where(pass => ReferenceEquals(pass.Layer, layer.Layer)).ToArray()))]);
    }

    private static LayerSummary Of(string name, nn.Module layer, LayerPass[] passes) => new(
        name, Kind(layer), passes.Length > 0 ? passes[^1].Output : null,
        layer.parameters(recurse: false).Sum(weight => weight.numel()),
        passes.Sum(pass => MultiplyAdds(layer, pass.Input, pass.Output)));

    /// <summary>What a layer is called: TorchSharp's by their types, since it gives some of them names of others, and the kit's by their names.</summary>
    internal static string Kind(nn.Module layer) => layer.GetType().Assembly == typeof(nn).Assembly ? layer.GetType().Name : layer.GetName();

    /// <summary>A layer multiplies each weight of a matrix or window once at every place: of its output, or of its input when it is transposed.</summary>
    private static long MultiplyAdds(nn.Module layer, long[] input, long[] output)
    {
        if (layer is Embedding) return 0;       // it looks a row up
        var places = (layer is ConvolutionTranspose ? input : output).Skip(1).Aggregate(1L, (product, size) => product * size);
        return layer.parameters(recurse: false).Where(weight => weight.ndim > 1).Sum(weight => weight.numel()) * places;
    }
}
