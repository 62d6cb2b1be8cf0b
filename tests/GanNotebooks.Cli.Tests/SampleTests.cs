using GanNotebooks.Applications;
using GanNotebooks.Checkpoints;
using GanNotebooks.Data;
using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Cli.Tests;

public sealed class SampleTests : IDisposable
{
    private readonly TinyTraining tiny = new();

    public void Dispose() => tiny.Dispose();

    private string Said => tiny.Project.Said;

    [Fact]
    public async Task The_same_samples_come_as_picture_idx_and_tensors()
    {
        await tiny.TrainAsync(tiny.Request("cgan", 2));
        var (idx, packed, tensors, png) = (tiny.At("a-images-idx3-ubyte"), tiny.At("a.idx.gz"), tiny.At("a.safetensors"), tiny.At("new/a.png"));
        foreach (var file in new[] { idx, packed, tensors, png }) Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), file, labels: "2, 0"));
        var read = SafeTensors.Load(tensors);
        Assert.Equal([6L, 1, 8, 8], read["samples"].shape);
        Assert.Equal(torch.uint8, read["samples"].dtype);
        Assert.Equal([2L, 0, 2, 0, 2, 0], read["labels"].data<long>().ToArray());
        Assert.Equal([6, 8, 8], IdxFile.Read(idx).Dimensions);
        Assert.Equal(read["samples"].data<byte>().ToArray(), IdxFile.Read(idx).Bytes);
        Assert.Equal(IdxFile.Read(idx).Bytes, IdxFile.Read(packed).Bytes);
        Assert.Equal([2, 0, 2, 0, 2, 0], IdxFile.Read(tiny.At("a-labels-idx1-ubyte")).Bytes);
        Assert.Equal([2, 0, 2, 0, 2, 0], IdxFile.Read(tiny.At("a-labels.idx.gz")).Bytes);
        Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(File.ReadAllBytes(png), 1, 3));
        Assert.Empty(Directory.GetFiles(tiny.Project.Folders.Root, "*.tmp"));
    }

    [Fact]
    public async Task Samples_are_those_of_the_averaged_generator_at_its_stage()
    {
        await tiny.TrainAsync(tiny.Request("progan", 12));
        var checkpoint = CheckpointManifest.NewestIn(tiny.At("run"));
        using var generator = new ProGanGenerator(8, 1, 4, 2) { Stage = CheckpointManifest.Read(checkpoint).Growth!.Value };
        SafeTensors.Load(Path.Combine(checkpoint, "average.safetensors"), generator);
        torch.manual_seed(1);
        var expected = ((generator.Generate(6) + 1) * 127.5).round().clamp(0, 255).to(torch.uint8);
        Assert.Equal(Guard.Success, await tiny.SampleAsync(checkpoint, tiny.At("a.safetensors")));
        var read = SafeTensors.Load(tiny.At("a.safetensors"));
        Assert.Equal(expected.data<byte>().ToArray(), read["samples"].data<byte>().ToArray());
        Assert.False(read.ContainsKey("labels"));
    }

    [Fact]
    public async Task Colour_goes_to_four_dimensions()
    {
        var colour = new GanRecipe("dcgan") { Size = 8, Channels = 3, FeatureMaps = 2 };
        using var samples = Samples.Of(colour.CreateGenerator(), 3, null, 1);
        Assert.Throws<UserError>(() => SampleFile.Write(tiny.At("c-idx3-ubyte"), samples, null));
        SampleFile.Write(tiny.At("c.idx"), samples, null);
        Assert.Equal([3, 3, 8, 8], IdxFile.Read(tiny.At("c.idx")).Dimensions);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Classes_are_asked_for_and_named_by_their_names()
    {
        var data = tiny.At("pictures");
        foreach (var (name, light) in new[] { ("10", 0), ("9", 128), ("2", 255) })
        {
            Directory.CreateDirectory(Path.Combine(data, name));
            for (var i = 0; i < 4; i++)
                GanNotebooks.Data.ImageFile.Write(Path.Combine(data, name, $"{i}.png"), new LabelledImages([.. Enumerable.Repeat((byte)light, 64)], null, 1, 1, 8, 8), 0);
        }
        Assert.Equal(Guard.Success, await tiny.TrainAsync(tiny.Request("cgan", 1) with { Data = data }));
        Assert.Contains("12 images of 1×8×8 in 3 classes (2, 9, 10);", Said, StringComparison.Ordinal);
        Assert.Equal(["2", "9", "10"], CheckpointManifest.Read(tiny.At("run")).ClassNames!);
        Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), tiny.At("b.safetensors"), labels: "10,2"));
        Assert.Contains("Their classes, in turn: 10, 2.", Said, StringComparison.Ordinal);
        Assert.Equal([2L, 0, 2, 0, 2, 0], SafeTensors.Load(tiny.At("b.safetensors"))["labels"].data<long>().ToArray());
        Assert.Equal(Guard.Failure, await tiny.SampleAsync(tiny.At("run"), tiny.At("c.png"), labels: "1"));
        Assert.Contains("there is no class \"1\"; there are 2, 9, 10", Said, StringComparison.Ordinal);
        Assert.Equal(Guard.Success, new ShowCommand(tiny.Project.Console, tiny.Project.Folders) { Model = tiny.At("run") }.Run());
        Assert.Contains("3 classes (2, 9, 10)", Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_that_no_memory_holds_are_refused_before_any_time_is_spent()
    {
        await tiny.TrainAsync(tiny.Request("vanilla", 1));
        Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), tiny.At("wide.png"), columns: int.MaxValue));
        Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), tiny.At("wide2.png"), columns: 1 << 29));      // times 8 pixels it is 0 in 32 bits
        var error = Assert.Throws<UserError>(() => SampleFile.CheckBytes([3, 1024, 1024], 1000));
        Assert.Contains("--count 1000: images of 3×1024×1024 would take 3.1 GB", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pix2pix", 8, 8)]
    [InlineData("srgan", 24, 40)]
    public async Task Images_are_made_of_pictures_in_files(string model, int height, int width)
    {
        await tiny.TrainAsync(tiny.Request(model, 2));
        var input = Directory.CreateDirectory(tiny.At("in")).FullName;
        foreach (var name in new[] { "one.png", "two.PNG" }) ImageFile.Write(Path.Combine(input, name), new LabelledImages([.. Enumerable.Range(0, 60).Select(i => (byte)(4 * i))], null, 1, 1, 6, 10), 0);
        File.WriteAllText(Path.Combine(input, "notes.txt"), "");
        Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), tiny.At("made/a.png"), count: null, input: Path.Combine(input, "one.png")));
        Assert.Equal(Guard.Success, await tiny.SampleAsync(tiny.At("run"), tiny.At("all"), count: null, input: input));
        Assert.Equal(["one.png", "two.png"], Directory.GetFiles(tiny.At("all")).Select(Path.GetFileName).Order());
        var made = ImageFile.Read(tiny.At("made/a.png"), 1);
        Assert.Equal((height, width), (made.Height, made.Width));
        Assert.Equal(made.Pixels, ImageFile.Read(tiny.At("all/one.png"), 1).Pixels);

        // The same image by hand.
        using var scope = torch.NewDisposeScope();
        var given = ImageFile.Read(Path.Combine(input, "one.png"), 1, model == "srgan" ? null : 8);
        var generator = (ImageTranslator)TrainedGenerator.Load(tiny.At("run"));
        torch.manual_seed(1);
        var expected = generator.Apply(torch.tensor(given.Pixels, [1, 1, given.Height, given.Width]).to(torch.float32) / 127.5f - 1);
        Assert.Equal(((expected + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).data<byte>().ToArray(), made.Pixels);
    }

    [Fact]
    public async Task What_cannot_be_made_of_pictures_is_named_and_nothing_is_lost()
    {
        await tiny.TrainAsync(tiny.Request("srgan", 1));
        await tiny.TrainAsync(tiny.Request("vanilla", 1, "plain"));
        var folder = Path.Combine(tiny.Pairs, "a");
        var before = File.ReadAllBytes(Path.Combine(folder, "0.png"));
        async Task Refused(string words, string output, string? input, int? count = null, string run = "run")
        {
            Assert.Equal(Guard.Failure, await tiny.SampleAsync(tiny.At(run), output, count, input: input));
            Assert.Contains(words, Said, StringComparison.Ordinal);
        }
        await Refused("translates images. Name some with --in", tiny.At("x.png"), null);
        await Refused("makes images from random vectors. Leave --in out", tiny.At("x.png"), Path.Combine(folder, "0.png"), run: "plain");
        await Refused("each picture becomes one image", tiny.At("x.png"), folder, count: 3);
        await Refused("there is no such file or folder", tiny.At("x.png"), tiny.At("nowhere"));
        await Refused("0.png would be lost", folder, folder);
        await Refused("expected the name of a file that ends in .png", tiny.At("x.jpg"), Path.Combine(folder, "0.png"));
        await Refused("there is no PNG or JPEG file", tiny.At("x"), tiny.Data);
        File.WriteAllText(tiny.At("torn.png"), "no picture");
        await Refused("torn.png: neither PNG nor JPEG. Expected a PNG or JPEG file.", tiny.At("x.png"), tiny.At("torn.png"));
        File.WriteAllText(Path.Combine(folder, "0.jpg"), "");
        await Refused("would both become", tiny.At("x"), folder);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder, "0.png")));
        Assert.False(Path.Exists(tiny.At("x.png")) || Path.Exists(tiny.At("x")));
    }

    [Fact]
    public async Task Mistakes_are_named_and_nothing_is_written()
    {
        await tiny.TrainAsync(tiny.Request("cgan", 1));
        await tiny.TrainAsync(tiny.Request("vanilla", 1, "plain"));
        var output = tiny.At("out/a.png");
        async Task Refused(Task<int> sampling, string words)
        {
            Assert.Equal(Guard.Failure, await sampling);
            Assert.Contains(words, Said, StringComparison.Ordinal);
        }
        await Refused(tiny.SampleAsync(tiny.At("run"), output, count: 0), "--count 0");
        await Refused(tiny.SampleAsync(tiny.At("run"), output, count: 20_000), "at most 10,000");
        await Refused(tiny.SampleAsync(tiny.At("run"), tiny.At("out/a.bmp")), "written as .png");
        await Refused(tiny.SampleAsync(tiny.At("run"), output, labels: "3"), "classes from 0 to 2");
        await Refused(tiny.SampleAsync(tiny.At("run"), output, labels: "one"), "expected class numbers");
        await Refused(tiny.SampleAsync(tiny.At("run"), output, columns: 0), "--columns 0");
        await Refused(tiny.SampleAsync(tiny.At("plain"), output, labels: "1"), "without regard to classes");
        await Refused(tiny.SampleAsync(tiny.Data, output), "there is no checkpoint here");
        var manifest = Path.Combine(CheckpointManifest.NewestIn(tiny.At("plain")), "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"recipe\"", "\"other\"", StringComparison.Ordinal));
        await Refused(tiny.SampleAsync(tiny.At("plain"), output), "saved without the recipe");
        Assert.False(Directory.Exists(tiny.At("out")));
    }
}
