
namespace GanNotebooks.Data.Tests;

public sealed class ImageCacheTests : IDisposable
{
    private readonly ScratchFolder scratch = new();

    private string Cache => scratch.File(".cache");

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void A_drawn_set_is_kept_and_found_again()
    {
        using var drawn = Draw();
        var kept = Assert.Single(Directory.GetDirectories(Cache));
        var images = Path.Combine(kept, "images-idx4-ubyte");
        var stamp = File.GetLastWriteTimeUtc(images);
        using var found = Draw();
        Assert.Equal(stamp, File.GetLastWriteTimeUtc(images));
        Assert.Equal(drawn.Images.data<byte>().ToArray(), found.Images.data<byte>().ToArray());
        Assert.Equal(drawn.Labels!.data<long>().ToArray(), found.Labels!.data<long>().ToArray());
        Assert.Equal(drawn.Attributes!.Table, found.Attributes!.Table);
        Assert.Equal(drawn.ClassNames, found.ClassNames);
    }

    [Theory]
    [InlineData("images-idx4-ubyte")]
    [InlineData("labels-idx1-ubyte")]
    [InlineData("attributes-idx2-ubyte")]
    [InlineData("manifest.json")]
    public void A_damaged_set_is_drawn_again(string file)
    {
        byte[] expected;
        using (var drawn = Draw()) expected = drawn.Images.data<byte>().ToArray();
        var path = Path.Combine(Assert.Single(Directory.GetDirectories(Cache)), file);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^7]);
        using var again = Draw();
        Assert.Equal(expected, again.Images.data<byte>().ToArray());
        Assert.Single(Directory.GetDirectories(Cache));
    }

    [Fact]
    public async Task Several_that_start_at_once_all_get_the_set()
    {
        var sets = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(Draw)));
        foreach (var set in sets)
        {
            Assert.Equal(60, set.Count);
            set.Dispose();
        }
        Assert.Single(Directory.GetDirectories(Cache));
    }

    [Fact]
    public void Seeds_numbers_and_sizes_are_kept_apart()
    {
        foreach (var options in new[] { Options, Options with { Seed = 2 }, Options with { Count = 61 }, Options with { Size = 16 }, Options with { Size = 20 } })
        {
            using var set = ImageDatasets.Open("faces", scratch.Root, options);
            Assert.Equal((options.Count, options.Size ?? 8), ((int)set.Count, (int)set.SampleShape[1]));
        }
        Assert.Equal(5, Directory.GetDirectories(Cache).Length);
    }

    [Fact]
    public void Where_nobody_may_write_data_are_still_found()
    {
        File.WriteAllText(scratch.File("datasets"), "a file, not a folder");
        using var set = ImageDatasets.Open("shapes", scratch.File("datasets"), count: 5);
        Assert.Equal(5, set.Count);
    }

    private static ImageOptions Options => new() { Count = 60, Size = 8 };

    private ImageDataset Draw() => ImageDatasets.Open("faces", scratch.Root, Options);
}
