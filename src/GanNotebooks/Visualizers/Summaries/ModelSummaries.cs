using GanNotebooks.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Visualizers;

/// <summary>Summaries of networks.</summary>
public static class ModelSummaries
{
    private const int Samples = 4;      // one group of a minibatch's statistics

    /// <summary>A generator's layers, shapes, parameters and cost.</summary>
    /// <param name="generator">Looked at in evaluation mode; it does not change.</param>
    public static ModelSummary Summary(this Models.Generator generator) => generator.Summary([generator.LatentSize], latents => generator.forward(latents));

    /// <summary>A discriminator's layers, shapes, parameters and cost.</summary>
    /// <param name="discriminator">Looked at in evaluation mode; it does not change.</param>
    /// <param name="sampleShape">The shape of one sample, such as (C, H, W).</param>
    public static ModelSummary Summary(this Discriminator discriminator, params long[] sampleShape) =>
        discriminator.Summary(sampleShape, samples => discriminator.forward(samples, torch.zeros(samples.shape[0], int64)));

    /// <summary>A network's layers, shapes, parameters and cost.</summary>
    /// <param name="network">Looked at in evaluation mode; it does not change.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    public static ModelSummary Summary(this nn.Module<Tensor, Tensor> network, params long[] inputShape) => network.Summary(inputShape, network.call);

    /// <summary>Runs a few samples through and watches every layer that has no parts.</summary>
    private static ModelSummary Summary(this nn.Module network, long[] inputShape, Func<Tensor, Tensor> run)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var state = get_rng_state();
        var passed = new List<(nn.Module Layer, long[] Input, long[] Output)>();
        var layers = Layers(network).ToArray();
        var hooks = layers.Select(layer => layer.Module).OfType<nn.Module<Tensor, Tensor>>()
            .Select(layer => layer.register_forward_hook((module, input, output) => { passed.Add((module, input.shape[1..], output.shape[1..])); return output; }))
            .ToArray();
        var before = network.training;
        network.eval();
        try
        {
            run(randn([Samples, .. inputShape]));
        }
        finally
        {
            network.train(before);
            foreach (var hook in hooks) hook.remove();
            set_rng_state(state);
        }
        var order = passed.Select((pass, i) => (pass.Layer, i)).GroupBy(pass => pass.Layer).ToDictionary(group => group.Key, group => group.First().i);
        return new ModelSummary(network.GetName(), inputShape, [.. layers
            .OrderBy(layer => order.GetValueOrDefault(layer.Module, int.MaxValue))
            .Select(layer => Of(layer.Name, layer.Module, passed.Where(pass => ReferenceEquals(pass.Layer, layer.Module)).ToArray()))]);
    }

    /// <summary>Layers without parts, and whatever has parameters of its own beside its parts.</summary>
    private static IEnumerable<(string Name, nn.Module Module)> Layers(nn.Module network)
    {
        var all = network.named_modules().Prepend(("", network));
        return all.Where(entry => !entry.Item2.children().Any() || entry.Item2.parameters(recurse: false).Any());
    }

    private static LayerSummary Of(string name, nn.Module layer, (nn.Module Layer, long[] Input, long[] Output)[] passes) => new(
        name, layer.GetType().Name, passes.Length > 0 ? passes[^1].Output : null,
        layer.parameters(recurse: false).Sum(weight => weight.numel()),
        passes.Sum(pass => MultiplyAdds(layer, pass.Input, pass.Output)));

    /// <summary>A layer multiplies each weight of a matrix or window once at every place: of its output, or of its input when it is transposed.</summary>
    private static long MultiplyAdds(nn.Module layer, long[] input, long[] output)
    {
        if (layer is Embedding) return 0;       // it looks a row up
        var places = (layer is ConvTranspose2d ? input : output).Skip(1).Aggregate(1L, (product, size) => product * size);
        return layer.parameters(recurse: false).Where(weight => weight.ndim > 1).Sum(weight => weight.numel()) * places;
    }
}
