using TorchSharp;

namespace GanNotebooks.Data.Tests;

public sealed class ImagePairsTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    private string Set => folder.File("set");

    private string Datasets => folder.File("datasets");

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_batch_has_what_to_make_and_beside_it_what_to_make_it_of()
    {
        using var sources = Numbered(0);
        using var targets = Numbered(100);
        var pairs = new ImagePairs(sources, targets);
        var (made, of) = pairs.NextLabelledBatch(20);
        Assert.Equal([20, 1, 2, 2], made.shape);
        Assert.True(((made - of!) * 127.5).round().eq(100).all().item<bool>());
        var third = torch.tensor(new[] { 3L });
        Assert.Equal([3], Greys(pairs.Select(third).Labels!));
        Assert.Equal([1, 1, 1, 1], new ImagePairs(targets, images => images.mean([2, 3], keepdim: true)).Select(third).Labels!.shape);
    }

    /// <summary>What is asked for lies half in one set and half in the other, and so does what is given, the other way round.</summary>
    [Fact]
    public void Unpaired_images_go_both_ways()
    {
        using var first = Numbered(0);
        using var second = Numbered(100);
        var unpaired = new UnpairedImages(first, second);
        var (made, of) = unpaired.NextLabelledBatch(20);
        Assert.Equal([20, 1, 2, 2], made.shape);
        Assert.Equal([10, 10], [Greys(made[..10]).Count(grey => grey >= 100), Greys(made[10..]).Count(grey => grey < 100)]);
        Assert.True((made[10..] - of![..10]).eq(0).all().item<bool>() && (made[..10] - of[10..]).eq(0).all().item<bool>());
        Assert.Equal([8, 1, 2, 2], unpaired.NextBatch(8).shape);
        Assert.Contains("even", Assert.Throws<ArgumentOutOfRangeException>(() => unpaired.NextLabelledBatch(5)).Message, StringComparison.Ordinal);
        using var larger = new ImageDataset("larger", new byte[9], [1, 1, 3, 3]);
        Assert.Contains("1×3×3", Assert.Throws<ArgumentException>(() => new UnpairedImages(first, larger)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Some_of_the_pairs_are_data_of_their_own()
    {
        using var sources = Numbered(0);
        using var targets = Numbered(100);
        var some = new ImagePairs(sources, targets).Subset(torch.tensor(new[] { 7L, 9 }));
        Assert.Equal([7, 9], Greys(some.NextLabelledBatch(40).Labels!).Distinct().Order());
        Assert.Equal([107, 109], Greys(some.NextBatch(40)).Distinct().Order());
        Assert.Equal([107], Greys(targets.Subset(torch.tensor(new[] { 7L })).NextBatch(3)).Distinct());
        Assert.Contains("none of the images", Assert.Throws<ArgumentException>(() => targets.Subset(torch.arange(0))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Black_outlines_leave_the_colours_open()
    {
        var (outlines, filled) = ColouredShapes.DrawPairs(40, seed: 2, coloured: false);
        Assert.Equal(ColouredShapes.DrawPairs(40, seed: 2).Filled.Pixels, filled.Pixels);
        for (var i = 0; i < 40; i++)
            for (var p = 0; p < 1024; p++) Assert.True(outlines[i][p] == outlines[i][p + 1024] && outlines[i][p] == outlines[i][p + 2048]);
        var pairs = ImagePairs.Open(ImagePairs.BuiltIn, Datasets, new ImageOptions { Count = 40, Seed = 2 });
        Assert.Equal(outlines.Pixels, Bytes(pairs.Select(torch.arange(40)).Labels!));
    }

    [Fact]
    public void A_folder_with_two_folders_of_the_same_names_is_pairs()
    {
        Write("a", "1.png", 10);
        Write("b", "1.png", 20);
        Write("a", "2.png", 30);
        Write("b", "2.png", 40);
        var pairs = ImagePairs.Open(Set, Datasets, new ImageOptions { Size = 4 });
        var (made, of) = pairs.Select(torch.arange(2));
        Assert.Equal([20, 40], Greys(made));
        Assert.Equal([10, 30], Greys(of!));
    }

    [Fact]
    public void What_is_no_pair_is_named()
    {
        Write("a", "1.png", 10);
        Assert.Contains("1 sub-folders", Refusal(), StringComparison.Ordinal);
        Write("b", "2.png", 10);
        Assert.Contains("no picture 1", Refusal(), StringComparison.Ordinal);
        Write("a", "2.png", 10);
        Write("b", "1.png", 10);
        File.WriteAllText(Path.Combine(Set, "b", "1.png"), "no picture");
        Assert.Contains("not all pictures can be used", Refusal(), StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => ImagePairs.Open(folder.File("nowhere"), Datasets, new ImageOptions()));
        using var few = new ImageDataset("few", new byte[4], [1, 1, 2, 2]);
        using var many = Numbered(0);
        Assert.Contains("1 images of few and 50 of", Assert.Throws<ArgumentException>(() => new ImagePairs(few, many)).Message, StringComparison.Ordinal);
    }

    /// <summary>Fifty images of 2×2, each of one grey: its number and a little more.</summary>
    private static ImageDataset Numbered(int more) =>
        new($"numbers from {more}", [.. Enumerable.Range(0, 50).SelectMany(i => Enumerable.Repeat((byte)(i + more), 4))], [50, 1, 2, 2]);

    private static byte[] Bytes(torch.Tensor images) => ((images + 1) * 127.5).round().to(torch.uint8).data<byte>().ToArray();

    private static int[] Greys(torch.Tensor images) => [.. Bytes(images[.., 0, 0, 0].contiguous()).Select(grey => (int)grey)];

    private void Write(string part, string name, byte grey)
    {
        var where = Directory.CreateDirectory(Path.Combine(Set, part)).FullName;
        File.WriteAllBytes(Path.Combine(where, name), ImageCodec.EncodePng([.. Enumerable.Repeat(grey, 16)], 4, 4, 1));
    }

    private string Refusal() => Assert.Throws<InvalidDataException>(() => ImagePairs.Open(Set, Datasets, new ImageOptions { Size = 4 })).Message;
}
