using GanNotebooks.Models;
using GanNotebooks.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Diagrams;

/// <summary>A record of a few samples' pass through a network, from which summaries and diagrams are made.</summary>
/// <param name="Network">The network.</param>
/// <param name="Input">The shape of one input.</param>
/// <param name="Output">The shape of one output.</param>
/// <param name="Layers">Its layers by their names, passed or not.</param>
/// <param name="Passes">The calls of layers, in order.</param>
internal sealed record NetworkPass(nn.Module Network, long[] Input, long[] Output, IReadOnlyList<(string Name, nn.Module Layer)> Layers, IReadOnlyList<LayerPass> Passes)
{
    private const int Samples = 4;      // one group of a minibatch's statistics

    /// <summary>Runs a generator in evaluation mode; one that translates images, with images of the source shape.</summary>
    public static NetworkPass Of(Models.Generator generator, long[] sourceShape) => sourceShape.Length == 0
        ? Of(generator, [generator.LatentSize], latents => generator.forward(latents))
        : Of(generator, sourceShape, images => generator.forward(generator.Here(generator.Latents(Samples)), images));

    /// <summary>Runs a discriminator in evaluation mode.</summary>
    public static NetworkPass Of(Discriminator discriminator, long[] sampleShape) => Of(discriminator, sampleShape, samples => discriminator.forward(samples,
        discriminator.SourceChannels is > 0 and var channels ? samples[.., ..1].expand(-1, channels, -1, -1) : zeros(Samples, int64)));

    /// <summary>Runs a network in evaluation mode.</summary>
    public static NetworkPass Of(nn.Module<Tensor, Tensor> network, long[] inputShape) => Of(network, inputShape, network.call);

    /// <summary>Runs a few samples through the network and records every layer that has no parts.</summary>
    private static NetworkPass Of(nn.Module network, long[] inputShape, Func<Tensor, Tensor> run)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        using var random = RandomState.Keep();
        var passes = new List<LayerPass>();
        var layers = LayersOf(network).ToArray();
        var hooks = layers.Select(layer => layer.Layer).OfType<nn.Module<Tensor, Tensor>>()
            .Select(layer => layer.register_forward_hook((module, input, output) => { passes.Add(new(module, input.shape[1..], output.shape[1..])); return output; }))
            .ToArray();
        var before = network.training;
        network.eval();
        try
        {
            return new(network, inputShape, run(randn([Samples, .. inputShape]).to(network.parameters().FirstOrDefault()?.device ?? CPU)).shape[1..], layers, passes);
        }
        finally
        {
            network.train(before);
            foreach (var hook in hooks) hook.remove();
        }
    }

    /// <summary>Layers without parts, and modules that have parameters of their own beside their parts.</summary>
    private static IEnumerable<(string Name, nn.Module Layer)> LayersOf(nn.Module network)
    {
        var all = network.named_modules().Prepend(("", network));
        return all.Where(entry => !entry.Item2.children().Any() || entry.Item2.parameters(recurse: false).Any());
    }
}

/// <summary>One call of a layer during a network's pass.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Input">The shape of its input, without the batch.</param>
/// <param name="Output">The shape of its output, without the batch.</param>
internal sealed record LayerPass(torch.nn.Module Layer, long[] Input, long[] Output);
