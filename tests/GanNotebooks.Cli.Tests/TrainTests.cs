using System.CommandLine;
using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Models;

namespace GanNotebooks.Cli.Tests;

public sealed class TrainTests : IDisposable
{
    private readonly TinyTraining tiny = new();

    public void Dispose() => tiny.Dispose();

    public static TheoryData<string> Models => [.. GanModel.All.Select(model => model.Name)];

    private string Said => tiny.Project.Said;

    [Theory, MemberData(nameof(Models))]
    public async Task Six_steps_and_six_more_are_the_twelve_steps_of_one_training(string model)
    {
        var phase = model == "progan" ? 16 : (long?)null;       // images: 4 px, then 8 px from the fifth step
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request(model, 12, "whole") with { ImagesPerPhase = phase }));
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request(model, 6, "parts") with { ImagesPerPhase = phase }));
        Assert.Equal(Guard.Success, await tiny.TrainAsync(new TrainRequest { Resume = tiny.At("parts"), Steps = 6 }));
        Assert.Equal(13, tiny.History("whole").Length);
        Assert.Equal(tiny.History("whole"), tiny.History("parts"));
        Assert.Contains("from step 6 to step 12", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_leaves_checkpoints_samples_and_losses()
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("dcgan", 6)));
        Assert.Equal(["000002-step-4", "000003-step-6"], Directory.GetDirectories(tiny.At("run")).Select(Path.GetFileName).Order());
        Assert.Equal(["history.csv", "samples-step-4.png", "samples-step-6.png"], Directory.GetFiles(tiny.At("run")).Select(Path.GetFileName).Order());
        var manifest = CheckpointManifest.Read(tiny.At("run"));
        Assert.Equal(new GanRecipe("dcgan") { Size = 8, FeatureMaps = 2, LatentSize = 4 }, manifest.Recipe);
        Assert.Equal(("dcgan", "4", tiny.Data), (manifest.Notes!["preset"], manifest.Notes["batch"], manifest.Notes["data"]));
        Assert.Contains("D(real)", Said, StringComparison.Ordinal);
        Assert.Contains("gan train --resume", Said, StringComparison.Ordinal);
    }

    /// <summary>Pairs are of two folders, or an image and the same image made small; a picture of them shows what is given, made and real.</summary>
    [Theory]
    [InlineData("pix2pix", "a and b: 12 pairs")]
    [InlineData("srgan", "stripes: 40 pairs")]
    public async Task Models_that_make_images_of_images_train_on_pairs(string model, string said)
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request(model, 4)));
        Assert.Contains(said, Said, StringComparison.Ordinal);
        Assert.Contains("--in PICTURE", Said, StringComparison.Ordinal);
        var samples = ImageFile.Read(tiny.At("run/samples-step-4.png"), 1);
        Assert.InRange(samples.Height, 3 * 2 * 8, 3 * 2 * 8 + 40);
        Assert.Equal(Guard.Failure, await tiny.TrainAsync(tiny.Request("pix2pix", 1, "other") with { Data = tiny.Data }));
        Assert.Contains("expected two of pictures with the same names", Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await tiny.TrainAsync(tiny.Request("srgan", 1, "other") with { Latent = 4 }));
        Assert.Contains("srgan has no random vector", Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(tiny.At("other")));
    }

    [Fact]
    public async Task A_stopped_training_is_saved_and_goes_on_to_its_end()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        Assert.Equal(Guard.Stopped, await tiny.TrainAsync(tiny.Request("vanilla", 5), stop.Token));
        Assert.Equal(Guard.Success, await tiny.TrainAsync(new TrainRequest { Resume = tiny.At("run") }));
        Assert.Equal(6, tiny.History("run").Length);
        Assert.Equal(Guard.Failure, await tiny.TrainAsync(new TrainRequest { Resume = tiny.At("run") }));
        Assert.Contains("all 5 steps are done", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_asked_for_by_its_name()
    {
        Assert.Equal(Guard.Failure, await tiny.TrainAsync(tiny.Request("vanilla", 2) with { Device = "gpu" }));
        Assert.Contains("The device \"gpu\" (--device or GAN_DEVICE) is unknown", Said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(tiny.At("run")));
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("vanilla", 2) with { Device = "cpu" }));
        Assert.DoesNotContain("computed by", Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Failure, await tiny.SampleAsync(tiny.At("run"), tiny.At("samples.png"), device: "gpu"));
        Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), tiny.At("samples.png"), device: "cpu"));
    }

    [Fact]
    public async Task The_environment_names_the_device_of_all_commands()
    {
        try
        {
            Environment.SetEnvironmentVariable(Runtime.ComputeDevice.Variable, "gpu");
            Assert.Equal(Guard.Failure, await tiny.TrainAsync(tiny.Request("vanilla", 2)));
            Assert.Contains("\"gpu\"", Said, StringComparison.Ordinal);
            var finding = Checks.All(tiny.Project.Folders).Single(finding => finding.Subject == "device");
            Assert.False(finding.Ok);
            Assert.Contains("GAN_DEVICE", finding.Remedy, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Runtime.ComputeDevice.Variable, null);
        }
    }

    [Fact]
    public async Task An_average_of_the_weights_is_kept_where_one_asks_for_it()
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("dcgan", 3) with { Average = 0.5 }));
        Assert.Equal("0.5", CheckpointManifest.Read(tiny.At("run")).Notes!["average"]);
        Assert.Equal(Guard.Success, await tiny.TrainAsync(new TrainRequest { Resume = tiny.At("run"), Steps = 1 }));
        Assert.NotEmpty(Directory.GetFiles(tiny.At("run"), "average.safetensors", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_growth_is_fitted_to_the_steps()
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("progan", 30)));
        Assert.Equal("40", CheckpointManifest.Read(tiny.At("run")).Notes!["images-per-phase"]);     // 4 px; 8 px fades in; 8 px
        Assert.Equal(GrowthStage.Whole(8), CheckpointManifest.Read(tiny.At("run")).Growth);
        Assert.Contains("8 px", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_training_that_diverges_names_cause_and_last_good_checkpoint()
    {
        Assert.Equal(Guard.Failure, await tiny.TrainAsync(tiny.Request("dcgan", 40) with { Rate = 1e30, SaveEvery = 1 }));
        Assert.Contains("updates were too large", Said, StringComparison.Ordinal);
        var named = CheckpointManifest.NewestIn(tiny.At("run"));
        Assert.Contains($"The last good checkpoint is {named}", Said, StringComparison.Ordinal);
        using var generator = TrainedGenerator.Load(named);
        Assert.All(generator.parameters(), weight => Assert.True(weight.isfinite().all().item<bool>()));
    }

    [Fact]
    public async Task Mistakes_are_named_before_anything_is_trained()
    {
        var good = tiny.Request("dcgan", 5);
        async Task Refused(TrainRequest request, params string[] words)
        {
            Assert.Equal(Guard.Failure, await tiny.TrainAsync(request));
            Assert.All(words, word => Assert.Contains(word, Said, StringComparison.Ordinal));
        }
        await Refused(good with { Model = "stylegan" }, "no model \"stylegan\"", "vanilla, dcgan, cgan, wgan, wgan-gp, progan");
        await Refused(good with { Model = null }, "Which model?");
        await Refused(good with { Preset = "fast" }, "no preset \"fast\"");
        await Refused(good with { Preset = "progan" }, "those of dcgan cannot grow");
        await Refused(good with { Model = "progan", Preset = "wgan-gp" }, "begin with 4×4 pixels");
        await Refused(good with { ImagesPerPhase = 10 }, "dcgan does not grow");
        await Refused(good with { Steps = 0 }, "--steps 0: expected at least 1");
        await Refused(good with { Batch = int.MaxValue }, $"--batch {int.MaxValue}: the images of a step would take", "Lower --batch, --size or --latent");
        await Refused(good with { Maps = int.MaxValue }, "not enough memory");
        await Refused(good with { Batch = 1 }, "--batch 1: expected at least 2");
        await Refused(good with { Rate = -1 }, "--rate -1");
        await Refused(good with { Average = 1 }, "--average 1: expected a number from 0 to below 1");
        await Refused(good with { Maps = 0 }, "--maps 0");
        await Refused(good with { SaveEvery = 0 }, "--save-every 0");
        await Refused(good with { Size = 30 }, "--size 30", "such as 28, 32 or 64");
        await Refused(good with { Data = "nowhere" }, "\"nowhere\" is neither a set");
        Assert.False(Directory.Exists(tiny.At("run")));
        File.Delete(Path.Combine(tiny.Data, "train-labels-idx1-ubyte"));
        await Refused(good with { Model = "cgan" }, "have no labels");
        Assert.False(Directory.Exists(tiny.At("run")));
    }

    [Fact]
    public async Task What_was_begun_otherwise_is_not_mixed()
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("dcgan", 2)));
        async Task Refused(TrainRequest request, string words)
        {
            Assert.Equal(Guard.Failure, await tiny.TrainAsync(request));
            Assert.Contains(words, Said, StringComparison.Ordinal);
        }
        var resumed = new TrainRequest { Resume = tiny.At("run"), Steps = 1 };
        await Refused(tiny.Request("dcgan", 2), "holds a training already");
        await Refused(resumed with { Batch = 8 }, "--batch 8: the training was begun with 4");
        await Refused(resumed with { Model = "wgan" }, "model wgan: the training was begun with dcgan");
        await Refused(resumed with { Rate = 0.1 }, "--rate 0.1: the training was begun with the preset's own");
        await Refused(resumed with { Average = 0.9 }, "--average 0.9: the training was begun with the preset's own");
        await Refused(resumed with { Output = tiny.At("other") }, "stays in its folder");
        await Refused(resumed with { Resume = tiny.At("nothing") }, "there is no checkpoint here");
        Assert.Equal(Guard.Success, await tiny.TrainAsync(resumed with { Batch = 4, Model = "dcgan", Data = tiny.Data }));
        File.WriteAllBytes(Path.Combine(CheckpointManifest.NewestIn(tiny.At("run")), "generator.safetensors"), [1, 2, 3]);
        await Refused(resumed, "generator.safetensors");
    }

    [Fact]
    public async Task A_folder_takes_one_training_at_a_time()
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("vanilla", 1)));
        using (FolderLock.Take(tiny.At("run")))
        {
            Assert.Equal(Guard.Failure, await tiny.TrainAsync(new TrainRequest { Resume = tiny.At("run"), Steps = 1 }));
            Assert.Contains($"run is being written to by another program (process {Environment.ProcessId}, since ", Said, StringComparison.Ordinal);
        }
        using (FolderLock.Take(tiny.At("fresh")))
            Assert.Equal(Guard.Failure, await tiny.TrainAsync(tiny.Request("vanilla", 1, "fresh")));
        Assert.Equal(2, tiny.History("run").Length);
        Assert.Empty(Directory.GetDirectories(tiny.At("fresh")));
        using (FolderLock.Take(Path.Combine(tiny.Project.Folders.Output, "train", "vanilla-stripes")))
            Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("vanilla", 1) with { Output = null }));
        Assert.True(CheckpointManifest.IsIn(Path.Combine(tiny.Project.Folders.Output, "train", "vanilla-stripes-2")));
        Assert.Equal(Guard.Success, await tiny.TrainAsync(new TrainRequest { Resume = tiny.At("run"), Steps = 1 }));
    }

    [Fact]
    public async Task Without_a_folder_each_training_gets_its_own()
    {
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("vanilla", 1) with { Output = null }));
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("vanilla", 1) with { Output = null }));
        Assert.Equal(["vanilla-stripes", "vanilla-stripes-2"], Directory.GetDirectories(Path.Combine(tiny.Project.Folders.Output, "train")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task The_command_line_says_the_same()
    {
        var command = TrainCommand.Create(tiny.Project.Console);
        Assert.Equal(Guard.Failure, await command.Parse(["stylegan"]).InvokeAsync(new InvocationConfiguration { Output = TextWriter.Null, Error = TextWriter.Null }));
        Assert.Contains("no model \"stylegan\"", Said, StringComparison.Ordinal);
    }
}
