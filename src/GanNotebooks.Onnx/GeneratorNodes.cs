using GanNotebooks.Models;
using Onnx;
using static TorchSharp.torch;
using Generator = GanNotebooks.Models.Generator;

namespace GanNotebooks.Onnx;

/// <summary>Generators as ONNX graphs: what each one's <c>forward</c> does with its layers.</summary>
/// <param name="graph">Where the operators go.</param>
internal sealed class GeneratorNodes(GraphBuilder graph)
{
    /// <summary>The names of inputs and output.</summary>
    public const string Latents = "latents", Labels = "labels", Images = "images";

    private readonly LayerNodes layers = new(graph);

    /// <summary>Adds a whole generator with its inputs and its output.</summary>
    /// <param name="generator">The generator.</param>
    /// <returns>The shape of one sample.</returns>
    /// <exception cref="NotSupportedException">A kind of generator or layer that is not known here.</exception>
    public long[] Write(Generator generator)
    {
        var shape = new Lazy<long[]>(() => ShapeOf(generator));     // only generators that are known are asked
        var latents = graph.Input(Latents, TensorProto.Types.DataType.Float, generator.LatentSize);
        graph.Output(Add(generator, "", latents, shape), Images, shape.Value);
        return shape.Value;
    }

    private static long[] ShapeOf(Generator generator)
    {
        using var scope = NewDisposeScope();
        return generator.Generate(zeros(1, generator.LatentSize), zeros(1, int64)).shape[1..];
    }

    private string Add(Generator generator, string prefix, string latents, Lazy<long[]> sampleShape) => generator switch
    {
        MlpGenerator mlp => layers.Reshape($"{prefix}sample", layers.Add(Child(mlp, "layers"), $"{prefix}layers", latents), sampleShape.Value),
        DcganGenerator dcgan => layers.Add(Child(dcgan, "layers"), $"{prefix}layers", layers.Reshape($"{prefix}pixel", latents, dcgan.LatentSize, 1, 1)),
        ConditionalGenerator conditional => Conditional(conditional, prefix, latents, sampleShape),
        ProGanGenerator progan => ProGan(progan, prefix, latents),
        _ => throw new NotSupportedException($"A generator of the kind {generator.GetType().Name} cannot be exported to ONNX. {nameof(GeneratorNodes)}.cs lists the kinds that can; add this one there, with a test."),
    };

    private string Conditional(ConditionalGenerator generator, string prefix, string latents, Lazy<long[]> sampleShape)
    {
        var labels = graph.Input(Labels, TensorProto.Types.DataType.Int64);
        var vectors = layers.Add(Child(generator, "embedding"), $"{prefix}embedding", labels);
        var joined = graph.Add("Concat", $"{prefix}joined", [latents, vectors], GraphBuilder.Set("axis", 1));
        return Add((Generator)Child(generator, "inner"), $"{prefix}inner.", joined, sampleShape);
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
