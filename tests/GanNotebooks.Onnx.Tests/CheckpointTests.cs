using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Onnx.Tests;

public sealed class CheckpointTests : IDisposable
{
    private readonly ExportedFile file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public void The_averaged_weights_are_exported_in_the_middle_of_growing()
    {
        torch.manual_seed(2);
        var recipe = new GanRecipe("progan") { Size = 16, LatentSize = 4, FeatureMaps = 32 };
        var schedule = new ProgressiveSchedule { LastResolution = 16, FadeImages = 32, StabilizeImages = 32, BatchSize = 4, Rate = 0.05 };
        using var data = new ImageDataset("noise", [.. Enumerable.Range(0, 8 * 256).Select(i => (byte)(i * 37))], [8, 1, 16, 16]);
        using var last = recipe.CreateGenerator();
        using var trainer = new AdversarialTrainer(last, recipe.CreateDiscriminator(), data, TrainingOptions.ProGan with { Growth = schedule, AverageDecay = 0.9, Threads = 1 }) { Recipe = recipe };
        trainer.Train(12);
        var checkpoint = trainer.Save(file.At("checkpoints"));
        Assert.Equal(8, CheckpointManifest.Read(checkpoint).Growth!.Value.Resolution);
        Assert.InRange(CheckpointManifest.Read(checkpoint).Growth!.Value.Alpha, 0.1, 0.9);

        Assert.Equal([1, 8, 8], OnnxExport.SaveCheckpoint(file.Path, file.At("checkpoints")));
        using var averaged = TrainedGenerator.Load(checkpoint);
        file.AssertSame(averaged);
        using var latents = last.Latents(4);
        Assert.True((last.Generate(latents) - file.Generate(latents)).abs().max().item<float>() > 0.01);
    }

    [Fact]
    public void The_digits_that_the_kit_ships_are_the_same_in_ONNX_Runtime()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GanNotebooks.sln"))) folder = folder.Parent!;
        var digits = Path.Combine(folder.FullName, "notebooks", "models", "digits");
        Assert.Equal([1, 28, 28], OnnxExport.SaveCheckpoint(file.Path, digits));
        using var generator = TrainedGenerator.Load(digits);
        file.AssertSame(generator);
        Assert.Equal("10", file.Session.ModelMetadata.CustomMetadataMap["classes"]);
    }

    [Fact]
    public void What_is_no_checkpoint_is_named()
    {
        Assert.Contains("nothing", Assert.Throws<DirectoryNotFoundException>(() => OnnxExport.SaveCheckpoint(file.Path, file.At("nothing"))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file.Path));
    }
}
