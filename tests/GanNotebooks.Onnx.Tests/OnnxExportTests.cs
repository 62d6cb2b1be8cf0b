using System.Text.Json;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Models;
using Microsoft.ML.OnnxRuntime;
using Onnx;
using TorchSharp;
using static TorchSharp.torch;
using Generator = GanNotebooks.Models.Generator;

namespace GanNotebooks.Onnx.Tests;

public class OnnxExportTests
{
    /// <summary>A generator whose weights, biases and running statistics are not those that it starts with.</summary>
    private static Generator Small(GanRecipe recipe)
    {
        manual_seed(3);
        return Shaken(recipe.CreateGenerator());
    }

    private static Generator Shaken(Generator generator)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        foreach (var weight in generator.parameters()) weight.add_(randn_like(weight) * 0.2);
        generator.train();
        for (var pass = 0; pass < 3; pass++) generator.forward(randn(8, generator.LatentSize) + 0.5);
        return generator;
    }

    // Pixel norm divides by the length of a pixel's vector. With a few channels it can be near 0, and then 32 bits take either runtime 1e-5 away from the exact numbers.
    private static long Maps(string model) => model == "progan" ? 32 : 4;

    public static TheoryData<string, long, long> Models => new()
    {
        { "vanilla", 6, 3 }, { "dcgan", 28, 1 }, { "dcgan", 32, 3 }, { "cgan", 28, 1 }, { "cgan", 16, 3 }, { "wgan", 16, 1 }, { "wgan-gp", 8, 1 }, { "progan", 4, 1 }, { "progan", 16, 3 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void ONNX_Runtime_makes_the_same_images(string model, long size, long channels)
    {
        using var generator = Small(new GanRecipe(model) { Size = size, Channels = channels, LatentSize = 6, FeatureMaps = Maps(model), Classes = 3 });
        if (generator is IGrowing growing) growing.Stage = GrowthStage.Whole(size);
        using var file = new ExportedFile(generator, model);
        file.AssertSame(generator);
        Assert.Equal(["1", .. new[] { channels, size, size }.Select(side => $"{side}")], file.Generate(zeros(1, 6), model == "cgan" ? zeros(1, int64) : null).shape.Select(side => $"{side}"));
    }

    public static TheoryData<string, long, long> Translators => new() { { "pix2pix", 28, 1 }, { "pix2pix", 32, 3 }, { "srgan", 32, 1 }, { "srgan", 64, 3 } };

    [Theory]
    [MemberData(nameof(Translators))]
    public void ONNX_Runtime_makes_the_same_images_of_images(string model, long size, long channels)
    {
        manual_seed(3);
        var recipe = new GanRecipe(model) { Size = size, Channels = channels, SourceChannels = channels, LatentSize = model == "srgan" ? 0 : 6, FeatureMaps = 4 };
        using var generator = (ImageTranslator)recipe.CreateGenerator();
        using (no_grad())
        {
            foreach (var weight in generator.parameters()) weight.add_(randn_like(weight) * 0.2);
        }
        using var file = new ExportedFile();
        Assert.Equal(recipe.SampleShape, OnnxExport.Save(file.Path, generator, model, source: recipe.SourceShape));
        file.AssertSame(generator, recipe.SourceShape!);
        if (model == "srgan") file.AssertSame(generator, [channels, 5, 9]);      // of any size
    }

    [Fact]
    public void Every_model_that_can_be_trained_is_tried() =>
        Assert.Equal(GanModel.All.Select(model => model.Name).Order(), Models.Select(row => (string)row[0]).Concat(Translators.Select(row => (string)row[0])).Distinct().Order());

    [Theory]
    [InlineData(4, 1)]
    [InlineData(8, 0)]
    [InlineData(8, 0.3)]
    [InlineData(16, 0.75)]
    [InlineData(16, 1)]
    public void A_growing_generator_is_exported_at_its_stage(long resolution, double alpha)
    {
        using var generator = Small(new GanRecipe("progan") { Size = 16, Channels = 2, LatentSize = 6, FeatureMaps = Maps("progan") });
        ((IGrowing)generator).Stage = new GrowthStage(resolution, alpha);
        using var file = new ExportedFile(generator, "progan");
        file.AssertSame(generator);
        file.AssertSame(generator, scale: 1e-4);
        Assert.Equal($"2,{resolution},{resolution}", file.Session.ModelMetadata.CustomMetadataMap["sample_shape"]);
        Assert.Equal(alpha, double.Parse(file.Session.ModelMetadata.CustomMetadataMap["alpha"], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Names_shapes_and_notes_are_in_the_file()
    {
        using var generator = Small(new GanRecipe("cgan") { Size = 8, LatentSize = 6, FeatureMaps = 2, Classes = 3 });
        using var file = new ExportedFile(generator, "cgan", ["cat", "dög", "\"owl\""]);
        Assert.Equal(["labels", "latents"], file.Session.InputMetadata.Keys.Order());
        Assert.Equal((typeof(float), typeof(long)), (file.Session.InputMetadata["latents"].ElementType, file.Session.InputMetadata["labels"].ElementType));
        Assert.Equal([-1, 6], file.Session.InputMetadata["latents"].Dimensions);
        Assert.Equal([-1], file.Session.InputMetadata["labels"].Dimensions);
        Assert.Equal([-1, 1, 8, 8], file.Session.OutputMetadata["images"].Dimensions);
        Assert.Equal("GAN Notebooks", file.Session.ModelMetadata.ProducerName);
        var notes = file.Session.ModelMetadata.CustomMetadataMap;
        Assert.Equal(["cat", "dög", "\"owl\""], JsonSerializer.Deserialize<string[]>(notes["class_names"])!);
        Assert.Equal(["classes=3", "latent_size=6", "model=cgan", "sample_shape=1,8,8", "value_range=-1,1"], notes.Where(note => note.Key != "class_names").OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => $"{note.Key}={note.Value}"));
        var model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(file.Path));
        Assert.Equal((8, 17), (model.IrVersion, Assert.Single(model.OpsetImport).Version));
        Assert.Contains("inner.layers.0.weight", model.Graph.Initializer.Select(weight => weight.Name));
    }

    [Fact]
    public void Training_goes_on_as_if_nothing_had_been_exported()
    {
        using var generator = Small(new GanRecipe("dcgan") { Size = 8, LatentSize = 6, FeatureMaps = 2 });
        var (before, random) = (generator.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone()), get_rng_state().bytes.ToArray());
        using var file = new ExportedFile(generator);
        Assert.True(generator.training);
        Assert.Equal(random, get_rng_state().bytes.ToArray());
        foreach (var (name, weight) in generator.state_dict()) Assert.True(weight.Equals(before[name]), name);
    }

    [Fact]
    public void ONNX_Runtime_refuses_labels_that_are_too_large()
    {
        using var generator = Small(new GanRecipe("cgan") { Size = 8, LatentSize = 6, FeatureMaps = 2, Classes = 3 });
        using var file = new ExportedFile(generator);
        Assert.Throws<OnnxRuntimeException>(() => file.Generate(zeros(1, 6), tensor([3L])));
    }

    [Fact]
    public void Other_generators_and_layers_are_refused_by_name()
    {
        using var file = new ExportedFile();
        using var translator = new UNetGenerator(16, 1, 1, 2);
        Assert.Contains("UNetGenerator", Assert.Throws<NotSupportedException>(() => OnnxExport.Save(file.Path, translator, "unet")).Message, StringComparison.Ordinal);
        using var generator = new DcganGenerator(8, latentSize: 6, featureMaps: 2);
        var stack = (TorchSharp.Modules.Sequential)generator.children().Single();
        stack.append("gate", nn.Sigmoid());
        var error = Assert.Throws<NotSupportedException>(() => OnnxExport.Save(file.Path, generator, "dcgan"));
        Assert.Contains("layers.gate: a layer of the kind Sigmoid", error.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }

    [Theory]
    [InlineData(PaddingModes.Reflect)]
    [InlineData(PaddingModes.Circular)]
    public void Settings_that_the_file_would_not_say_are_refused(PaddingModes mode)
    {
        using var layer = nn.Conv2d(1, 1, 3, padding: 1, padding_mode: mode);
        Assert.Contains("Conv2d", Assert.Throws<NotSupportedException>(() => new LayerNodes(new GraphBuilder()).Add(layer, "layer", "x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_cannot_be_written_are_named_and_nothing_is_left()
    {
        using var generator = Small(new GanRecipe("vanilla") { Size = 4, LatentSize = 6, FeatureMaps = 2 });
        using var file = new ExportedFile();
        File.WriteAllText(file.At("taken"), "");
        Assert.Contains("taken", Assert.ThrowsAny<IOException>(() => OnnxExport.Save(file.At("taken/a.onnx"), generator, "vanilla")).Message, StringComparison.Ordinal);
        Directory.CreateDirectory(file.At("folder.onnx"));
        Assert.ThrowsAny<Exception>(() => OnnxExport.Save(file.At("folder.onnx"), generator, "vanilla"));
        Assert.Equal(["folder.onnx", "taken"], Directory.GetFileSystemEntries(Path.GetDirectoryName(file.Path)!).Select(Path.GetFileName).Order());
    }
}
