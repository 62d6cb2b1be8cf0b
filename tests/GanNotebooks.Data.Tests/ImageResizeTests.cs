using GanNotebooks.Data.Folders;
using GanNotebooks.Data.Storage;
using TorchSharp;

namespace GanNotebooks.Data.Tests;

/// <summary>Sizes that a user asks for, up to those that no memory holds.</summary>
public sealed class ImageResizeTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void More_than_two_gigabytes_are_counted_and_refused_in_memory()
    {
        var images = new LabelledImages(new byte[10_000], null, 10_000, 1, 1, 1);
        Assert.Equal(10_000L * 1024 * 1024, ImageResize.Bytes(images, 1024));
        Assert.Contains("smaller size", Assert.Throws<ArgumentException>(() => ImageResize.To(images, 1024)).Message, StringComparison.Ordinal);
        Assert.Equal(64 << 20, ImageResize.Runs(images, 1024).First().Length);      // one run at a time
    }

    [Fact]
    public void Images_resized_in_runs_are_those_resized_at_once()
    {
        var images = HandwrittenDigits.Draw(200, 3);
        var runs = ImageResize.Runs(images, 700).ToList();
        Assert.True(runs.Count > 1);
        Assert.Equal(ImageResize.To(images, 700).Pixels, runs.SelectMany(run => run));
    }

    [Fact]
    public void A_set_that_is_larger_than_the_memory_set_aside_is_resized_to_its_file()
    {
        var pixels = HandwrittenDigits.Draw(50, 3);
        IdxFile.Write(scratch.File("train-images-idx3-ubyte"), pixels.Pixels, 50, 28, 28);
        using var inMemory = ImageDatasets.Open(scratch.Root, scratch.Root, new ImageOptions { Size = 40 });
        using var streamed = ImageDatasets.Open(scratch.Root, scratch.Root, new ImageOptions { Size = 40, MemoryBudget = 50 * 28 * 28 });
        Assert.False(inMemory.IsStreamed);
        Assert.True(streamed.IsStreamed);
        var all = torch.arange(50);
        Assert.Equal(inMemory.Select(all).data<float>().ToArray(), streamed.Select(all).data<float>().ToArray());
    }

    [Fact]
    public void A_disk_without_room_is_found_before_anything_is_written()
    {
        var folder = Directory.CreateDirectory(scratch.File("set")).FullName;
        using var writer = new ImageWriter(folder);
        var message = Assert.Throws<IOException>(() => writer.Begin(3, 1024, 1024, int.MaxValue)).Message;
        Assert.Contains("2,147,483,647 images of 3×1024×1024 take 6,755,399.4 GB", message, StringComparison.Ordinal);
        Assert.Contains("--size", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_beyond_an_array_is_refused()
    {
        var file = scratch.Put("images", new byte[16]);
        using var mapped = new MappedImages(file, 0, 16);
        Assert.Contains("smaller batch", Assert.Throws<ArgumentException>(() => mapped.Read(new long[200_000_000])).Message, StringComparison.Ordinal);
    }
}
