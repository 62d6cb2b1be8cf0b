using GanNotebooks.Applications;
using GanNotebooks.Models;
using Onnx;
using static TorchSharp.torch;
using Generator = GanNotebooks.Models.Generator;

namespace GanNotebooks.Onnx;

/// <summary>Writes generators as ONNX graphs: the operations that each one's <c>forward</c> does with its layers.</summary>
/// <param name="graph">The graph to add operators to.</param>
internal sealed class GeneratorNodes(GraphBuilder graph)
{
    /// <summary>The names of the inputs and of the output.</summary>
    public const string Latents = "latents", Labels = "labels", Sources = "sources", Images = "images";

    private readonly LayerNodes layers = new(graph);

    /// <summary>Adds a whole generator with its inputs and its output.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="source">The shape of an input image, (C, H, W), for a generator that translates images.</param>
    /// <returns>The shape of one sample.</returns>
    /// <exception cref="NotSupportedException">The generator or a layer is of a kind that is not supported.</exception>
    public long[] Write(Generator generator, long[]? source)
    {
        if (source is not null) return Write((ImageTranslator)generator, source);
        var shape = new Lazy<long[]>(() => ShapeOf(generator));     // computed for supported generators only
        var latents = graph.Input(Latents, TensorProto.Types.DataType.Float, generator.LatentSize);
        graph.Output(Add(generator, "", latents, shape), Images, shape.Value);
        return shape.Value;
    }

    private long[] Write(ImageTranslator generator, long[] source)
    {
        if (generator is not (UNetGenerator or SuperResolutionGenerator)) throw Unknown(generator);
        var shape = ShapeOf(generator, source);
        long[] Sides(long[] of) => generator is SuperResolutionGenerator ? [of[0], GraphBuilder.Free, GraphBuilder.Free] : of;       // its input images can have any size
        var images = graph.Input(Sources, TensorProto.Types.DataType.Float, Sides(source));
        var latents = generator.LatentSize == 0 ? null : graph.Input(Latents, TensorProto.Types.DataType.Float, generator.LatentSize);
        graph.Output(generator is UNetGenerator unet ? UNet(unet, images, latents, source) : Enlarged((SuperResolutionGenerator)generator, images), Images, Sides(shape));
        return shape;
    }

    private string UNet(UNetGenerator generator, string images, string? latents, long[] source)
    {
        var seen = new List<string> { images };
        for (var level = 0; level < generator.Depth; level++) seen.Add(layers.Add(Child(generator, $"down{level}"), $"down{level}", seen[^1]));
        var up = seen[^1];
        if (latents is not null)
        {
            var everywhere = graph.Add("Expand", "latents.everywhere",
                [layers.Reshape("latents.pixel", latents, generator.LatentSize, 1, 1), graph.Integers("latents.size", [1, 1, source[1] >> generator.Depth, source[2] >> generator.Depth])]);
            up = Joined("latents.joined", up, everywhere);
        }
        for (var level = generator.Depth - 1; level >= 0; level--)
        {
            up = layers.Add(Child(generator, $"up{level}"), $"up{level}", up);
            if (level > 0) up = Joined($"up{level}.joined", up, seen[level]);
        }
        return up;
    }

    private string Enlarged(SuperResolutionGenerator generator, string images)
    {
        var head = layers.Add(Child(generator, "head"), "head", images);
        var maps = Child(generator, "blocks").named_children().Aggregate(head, (value, block) => graph.Add("Add", $"blocks.{block.name}.sum", [value, layers.Add(block.module, $"blocks.{block.name}", value)]));
        var details = layers.Add(Child(generator, "tail"), "tail", graph.Add("Add", "maps", [maps, head]));
        return graph.Add("Add", "enlarged", [layers.Bicubic("bicubic", images, generator.Factor), details]);
    }

    private string Joined(string name, string first, string second) => graph.Add("Concat", name, [first, second], GraphBuilder.Set("axis", 1));

    private static NotSupportedException Unknown(Generator generator) =>
        new($"A generator of the kind {generator.GetType().Name} cannot be exported to ONNX. {nameof(GeneratorNodes)}.cs lists the kinds that can; add this one there, with a test.");

    private static long[] ShapeOf(Generator generator, long[]? source = null)
    {
        using var scope = NewDisposeScope();
        return generator.Generate(zeros(1, generator.LatentSize), source is null ? zeros(1, int64) : zeros([1, .. source])).shape[1..];
    }

    private string Add(Generator generator, string prefix, string latents, Lazy<long[]> sampleShape) => generator switch
    {
        MlpGenerator mlp => layers.Reshape($"{prefix}sample", layers.Add(Child(mlp, "layers"), $"{prefix}layers", latents), sampleShape.Value),
        DcganGenerator dcgan => layers.Add(Child(dcgan, "layers"), $"{prefix}layers", layers.Reshape($"{prefix}pixel", latents, dcgan.LatentSize, 1, 1)),
        ConditionalGenerator conditional => Conditional(conditional, prefix, latents, sampleShape),
        ProGanGenerator progan => ProGan(progan, prefix, latents),
        _ => throw Unknown(generator),
    };

    private string Conditional(ConditionalGenerator generator, string prefix, string latents, Lazy<long[]> sampleShape)
    {
        var labels = graph.Input(Labels, TensorProto.Types.DataType.Int64);
        var vectors = layers.Add(Child(generator, "embedding"), $"{prefix}embedding", labels);
        return Add((Generator)Child(generator, "inner"), $"{prefix}inner.", Joined($"{prefix}joined", latents, vectors), sampleShape);
    }

    private string ProGan(ProGanGenerator generator, string prefix, string latents)
    {
        string Block(int i, string input) => layers.Add(Child(Child(generator, "blocks"), $"{i}"), $"{prefix}blocks.{i}", input);
        string ToRgb(int i, string features) => layers.Add(Child(Child(generator, "toRgb"), $"{i}"), $"{prefix}toRgb.{i}", features);
        string Enlarge(int i, string features) => layers.Enlarge($"{prefix}enlarge.{i}", features);

        var (newest, alpha) = (generator.Stage.Doublings, generator.Stage.Alpha);
        var features = Block(0, layers.Reshape($"{prefix}pixel", latents, generator.LatentSize, 1, 1));
        for (var i = 1; i < newest; i++) features = Block(i, Enlarge(i, features));
        if (newest == 0) return ToRgb(0, features);

        var young = ToRgb(newest, Block(newest, Enlarge(newest, features)));
        if (alpha >= 1) return young;
        var old = layers.Enlarge($"{prefix}enlarge.old", ToRgb(newest - 1, features));
        return layers.Fade($"{prefix}fade", old, young, alpha);
    }

    private static nn.Module Child(nn.Module parent, string name) => parent.named_children().Single(child => child.name == name).module;
}
