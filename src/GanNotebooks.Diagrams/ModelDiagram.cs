using System.Text;
using GanNotebooks.Charts;
using GanNotebooks.Data;
using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Diagrams;

/// <summary>
/// A picture of a network as papers draw it (Radford et al. 2016, figure 1): maps as blocks, as high as they are large and as deep as they have
/// channels, vectors as bars, and between them the layers that compute one from the other, in the order in which they are called.
/// </summary>
[TypeFormatterSource(typeof(FormatterSource<ModelDiagram>))]
public sealed class ModelDiagram : IShown<ModelDiagram>
{
    private readonly string words;

    internal ModelDiagram(string words, params (Flow Flow, string Title, string Subtitle)[] networks) : this(words, [.. networks.Select(network => network.Flow)],
        [.. networks.Select(network => DiagramLayout.Draw(network.Flow, network.Title, network.Subtitle, network.Flow.ToString()))])
    {
    }

    private ModelDiagram(string words, IReadOnlyList<Flow> flows, Diagram[] drawings) =>
        (this.words, Flows, Drawing) = (words, flows, Diagram.Stacked(string.Join(" and ", drawings.Select(drawing => drawing.Title)), drawings));

    internal IReadOnlyList<Flow> Flows { get; }

    internal Diagram Drawing { get; }

    /// <summary>Puts another picture below this one, such as a discriminator below its generator.</summary>
    /// <param name="other">The picture below.</param>
    public ModelDiagram Above(ModelDiagram other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new($"{words}\n{other.words}", [.. Flows, .. other.Flows], [Drawing, other.Drawing]);
    }

    /// <summary>The picture as an SVG document without scripts, at most 900 pixels wide; several may stand in one page.</summary>
    public string ToSvg() => Drawing.ToSvg();

    /// <summary>The picture in words: shapes, and the layers between them.</summary>
    public override string ToString() => words;

    /// <summary>Writes the picture to a file.</summary>
    /// <param name="path">A name that ends in <c>.svg</c>; the file is replaced completely or not at all. Missing folders are made.</param>
    /// <exception cref="ArgumentException">The name does not end in <c>.svg</c>.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!Path.GetExtension(path).Equals(".svg", StringComparison.OrdinalIgnoreCase))
            throw new ArgumentException($"A diagram is saved as .svg, not \"{Path.GetExtension(path)}\": rename {Path.GetFileName(path)}.", nameof(path));
        AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(ToSvg())));
    }

    static IReadOnlyList<MimeFormatter<ModelDiagram>> IShown<ModelDiagram>.Forms =>
    [
        new("image/svg+xml", diagram => diagram.ToSvg()),
        new("text/plain", diagram => diagram.ToString()),
    ];
}

/// <summary>Pictures of networks.</summary>
public static class ModelDiagrams
{
    /// <summary>A generator's picture, from z to a sample, or from image to image.</summary>
    /// <param name="generator">Run in evaluation mode and not changed. A growing one is drawn as far as it has grown, its newest layers without the old ones.</param>
    /// <param name="title">The title; the network's name when null.</param>
    public static ModelDiagram Diagram(this Models.Generator generator, string? title = null) => Of(generator, () => NetworkPass.Of(generator, []), title);

    /// <summary>A generator's picture, from z to a sample, or from image to image.</summary>
    /// <param name="generator">As above.</param>
    /// <param name="sourceShape">The shape of an input image, (C, H, W), for a generator that translates images; else nothing.</param>
    public static ModelDiagram Diagram(this Models.Generator generator, params long[] sourceShape) => Of(generator, () => NetworkPass.Of(generator, sourceShape), null);

    /// <summary>A discriminator's picture, from a sample to its score.</summary>
    /// <param name="discriminator">Run in evaluation mode and not changed. A growing one is drawn as far as it has grown, its newest layers without the old ones.</param>
    /// <param name="sampleShape">The shape of one sample, such as (C, H, W).</param>
    public static ModelDiagram Diagram(this Discriminator discriminator, params long[] sampleShape) => Of(discriminator, () => NetworkPass.Of(discriminator, sampleShape), null);

    /// <summary>A network's picture.</summary>
    /// <param name="network">Run in evaluation mode and not changed.</param>
    /// <param name="inputShape">The shape of one input, without the batch.</param>
    public static ModelDiagram Diagram(this nn.Module<Tensor, Tensor> network, params long[] inputShape) => Of(network, () => NetworkPass.Of(network, inputShape), null);

    private static ModelDiagram Of(nn.Module network, Func<NetworkPass> look, string? title)
    {
        if (network is not IGrowing growing) return Of(look(), title);
        var kept = growing.Stage;
        growing.Stage = GrowthStage.Whole(kept.Resolution);
        try
        {
            return Of(look(), title);
        }
        finally
        {
            growing.Stage = kept;
        }
    }

    private static ModelDiagram Of(NetworkPass seen, string? title)
    {
        var (flow, name) = (FlowTrace.Of(seen), title ?? seen.Network.GetName());
        return new($"{name}: {flow}", (flow, name, Size(seen)));
    }

    private static string Size(NetworkPass seen)
    {
        var passed = seen.Passes.Select(pass => pass.Layer).ToHashSet();
        var (all, used) = (Parameters(seen.Layers), Parameters(seen.Layers.Where(layer => passed.Contains(layer.Layer))));
        return FormattableString.Invariant(used < all ? (FormattableString)$"{used:N0} of its {all:N0} parameters" : $"{all:N0} parameters");
    }

    private static long Parameters(IEnumerable<(string Name, nn.Module Layer)> layers) => layers.Sum(layer => layer.Layer.parameters(recurse: false).Sum(weight => weight.numel()));
}
