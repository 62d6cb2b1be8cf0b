using System.Globalization;
using System.Text.Json;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Models;
using Google.Protobuf;
using Onnx;

namespace GanNotebooks.Onnx;

/// <summary>Writes generators as ONNX files, which ONNX Runtime and others run without TorchSharp.</summary>
/// <remarks>
/// Inputs: <c>latents</c>, z, (N, latent) float32, standard normal; a generator with classes also takes <c>labels</c>, (N) int64 from 0. One that translates
/// images takes <c>sources</c>, (N, C, H, W) float32 in [-1, 1], and <c>latents</c> only if it has any; a super-resolution generator takes any height and width.
/// Output: <c>images</c>, (N, C, H, W) float32 in [-1, 1]. ProGAN has no tanh, so its values may lie slightly outside: clamp them. N is free.
/// The generator is written as in evaluation mode.
/// </remarks>
public static class OnnxExport
{
    /// <summary>The version of ONNX's operators: ONNX Runtime 1.12 and later know it.</summary>
    public const int Opset = 17;

    private const int IrVersion = 8;        // of the file format: the one that belongs to this opset

    /// <summary>Writes a generator to a file, completely or not at all.</summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="generator">A generator that <c>gan train</c> can make, on any device; a growing one at its present stage.</param>
    /// <param name="model">The model's name, such as <c>dcgan</c>.</param>
    /// <param name="classNames">The classes' names, in the order of their numbers; null when there are no classes or no names.</param>
    /// <param name="source">The shape of an input image, (C, H, W), for a generator that translates images.</param>
    /// <returns>The shape of one sample, (C, H, W).</returns>
    /// <exception cref="NotSupportedException">The generator, or a layer of it, is of a kind that is not supported.</exception>
    /// <exception cref="InvalidDataException">The weights are larger than one ONNX file can be, 2 GB.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static long[] Save(string path, Generator generator, string model, IReadOnlyList<string>? classNames = null, long[]? source = null)
    {
        var bytes = generator.state_dict().Values.Sum(weight => weight.numel() * sizeof(float));
        if (bytes >= int.MaxValue) throw new InvalidDataException($"The generator's weights take {bytes / 1e9:N1} GB, and one ONNX file holds 2 GB. Train a generator with fewer feature maps.");
        var graph = new GraphBuilder();
        var shape = new GeneratorNodes(graph).Write(generator, source);
        var file = new ModelProto
        {
            IrVersion = IrVersion,
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = Opset } },
            ProducerName = "GAN Notebooks",
            ProducerVersion = typeof(OnnxExport).Assembly.GetName().Version!.ToString(3),
            Graph = graph.Graph,
        };
        foreach (var (name, value) in Notes(generator, model, classNames, shape)) file.MetadataProps.Add(new StringStringEntryProto { Key = name, Value = value });
        AtomicFile.Write(path, file.WriteTo);
        return shape;
    }

    /// <summary>Writes the generator of a checkpoint: with the average of its weights, if there is one.</summary>
    /// <param name="path">The file; missing folders are made.</param>
    /// <param name="checkpoint">A checkpoint, or the folder of a training's checkpoints: then the newest.</param>
    /// <returns>The shape of one sample, (C, H, W).</returns>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">It is damaged, was saved without a recipe, or is too large for an ONNX file.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static long[] SaveCheckpoint(string path, string checkpoint)
    {
        var manifest = CheckpointManifest.Read(checkpoint);
        using var generator = TrainedGenerator.Load(checkpoint);
        var recipe = manifest.RecipeOf(checkpoint);
        return Save(path, generator, recipe.Model, manifest.ClassNames, recipe.SourceShape);
    }

    private static IEnumerable<(string Name, string Value)> Notes(Generator generator, string model, IReadOnlyList<string>? classNames, long[] shape)
    {
        yield return ("model", model);
        yield return ("latent_size", Text(generator.LatentSize));
        yield return ("classes", Text((generator as ConditionalGenerator)?.Classes ?? 0));
        if (classNames is not null) yield return ("class_names", JsonSerializer.Serialize(classNames));
        yield return ("sample_shape", string.Join(',', shape.Select(Text)));
        yield return ("value_range", "-1,1");
        if (generator is IGrowing { Stage: var stage }) yield return ("alpha", stage.Alpha.ToString(CultureInfo.InvariantCulture));
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
