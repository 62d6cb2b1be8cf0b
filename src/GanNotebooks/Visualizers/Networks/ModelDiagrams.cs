using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Visualizers;

/// <summary>Pictures of networks.</summary>
public static class ModelDiagrams
{
    /// <summary>A generator's picture, from z to a sample.</summary>
    /// <param name="generator">Looked at in evaluation mode; it does not change. A growing one is drawn as far as it has grown.</param>
    /// <param name="title">The text above; the network's name when null.</param>
    public static ModelDiagram Diagram(this Models.Generator generator, string? title = null) => new(NetworkPass.Of(generator), title);

    /// <summary>A discriminator's picture, from a sample to its score.</summary>
    /// <param name="discriminator">Looked at in evaluation mode; it does not change. A growing one is drawn as far as it has grown.</param>
    /// <param name="sampleShape">The shape of one sample, such as (C, H, W).</param>
    public static ModelDiagram Diagram(this Discriminator discriminator, params long[] sampleShape) => new(NetworkPass.Of(discriminator, sampleShape), null);

    /// <summary>A network's picture.</summary>
    /// <param name="network">Looked at in evaluation mode; it does not change.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    public static ModelDiagram Diagram(this nn.Module<Tensor, Tensor> network, params long[] inputShape) => new(NetworkPass.Of(network, inputShape), null);
}
