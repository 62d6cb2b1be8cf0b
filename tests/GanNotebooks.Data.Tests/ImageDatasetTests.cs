using TorchSharp;

namespace GanNotebooks.Data.Tests;

public class ImageDatasetTests
{
    private static ImageDataset Numbered(int count) => new("numbered", [.. Enumerable.Range(0, count).Select(i => (byte)i)], [count, 1, 1, 1], [.. Enumerable.Range(0, count).Select(i => (byte)i)]);

    [Fact]
    public void An_epoch_shows_every_image_once_in_another_order()
    {
        torch.manual_seed(1);
        using var data = Numbered(100);
        byte[] Epoch() => [.. Enumerable.Range(0, 10).SelectMany(_ => ((data.NextBatch(10) + 1) * 127.5).round().to(torch.uint8).flatten().data<byte>())];
        var (first, second) = (Epoch(), Epoch());
        Assert.Equal(Enumerable.Range(0, 100), first.Order().Select(b => (int)b));
        Assert.Equal(first.Order(), second.Order());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void Bytes_become_numbers_from_minus_one_to_one()
    {
        using var data = new ImageDataset("two", [0, 255], [2, 1, 1, 1]);
        Assert.Equal([-1f, 1f], data.Select(torch.tensor(new long[] { 0, 1 })).data<float>().ToArray());
        Assert.Null(data.Labels);
    }

    [Fact]
    public void A_batch_larger_than_the_set_repeats_images()
    {
        using var data = Numbered(3);
        Assert.Equal([8L, 1, 1, 1], data.NextBatch(8).shape);
    }

    [Fact]
    public void A_set_survives_the_scope_it_was_made_in()
    {
        ImageDataset data;
        using (torch.NewDisposeScope()) data = Numbered(4);
        using (torch.NewDisposeScope()) data.NextBatch(2);
        Assert.Equal([2L, 1, 1, 1], data.NextBatch(2).shape);
        Assert.Equal(4, data.Labels!.shape[0]);
        data.Dispose();
    }

    [Fact]
    public void Counts_that_differ_are_refused()
    {
        Assert.Contains("3 labels", Assert.Throws<ArgumentException>(() => new ImageDataset("x", new byte[2], [2, 1, 1, 1], new byte[3])).Message, StringComparison.Ordinal);
        Assert.Contains("(N, C, H, W)", Assert.Throws<ArgumentException>(() => new ImageDataset("x", [], [0, 1, 28, 28])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_are_found_by_name()
    {
        using var folder = new ScratchFolder();
        using var drawn = ImageDatasets.Open("digits", folder.Root, count: 20);
        Assert.Equal(20, drawn.Count);
        var missing = Assert.Throws<DirectoryNotFoundException>(() => ImageDatasets.Open("mnist", folder.Root));
        Assert.Contains("train-images-idx3-ubyte.gz", missing.Message, StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => ImageDatasets.Open("nowhere", folder.Root));

        var mnist = Path.Combine(folder.Root, "mnist");
        Directory.CreateDirectory(mnist);
        IdxFile.Write(Path.Combine(mnist, "train-images-idx3-ubyte.gz"), new byte[2 * 28 * 28], 2, 28, 28);
        IdxFile.Write(Path.Combine(mnist, "train-labels-idx1-ubyte.gz"), [4, 2], 2);
        using var found = ImageDatasets.Open("mnist", folder.Root);
        Assert.Equal("MNIST: 2 images of 1×28×28", found.ToString());
        Assert.Equal([4L, 2L], found.Labels!.data<long>().ToArray());
    }

    [Fact]
    public void Attributes_can_be_the_labels()
    {
        using var folder = new ScratchFolder();
        using var faces = ImageDatasets.Open("faces", folder.Root, new ImageOptions { Count = 30, Size = 4 });
        Assert.Equal("bald", faces.ClassNames![0]);
        faces.LabelBy("mouth");
        Assert.Equal(["serious", "smile", "grin"], faces.ClassNames);
        Assert.Equal(faces.Attributes!.Of("mouth"), faces.Labels!.data<long>().ToArray().Select(label => (byte)label));
        Assert.Contains("there are skin", Assert.Throws<ArgumentException>(() => faces.LabelBy("beard")).Message, StringComparison.Ordinal);
        using var numbered = Numbered(3);
        Assert.Contains("no attributes", Assert.Throws<ArgumentException>(() => numbered.LabelBy("mouth")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_has_its_centers_and_its_spread()
    {
        torch.manual_seed(1);
        var ring = new GaussianRing(4, 3, 0.1);
        Assert.True(ring.Centers().allclose(torch.tensor(new float[,] { { 3, 0 }, { 0, 3 }, { -3, 0 }, { 0, -3 } }), atol: 1e-5));
        var points = ring.NextBatch(4000);
        var (distance, nearest) = torch.cdist(points, ring.Centers()).min(1);
        Assert.Equal(0.1 * Math.Sqrt(Math.PI / 2), distance.mean().item<float>(), 0.005);       // mean of a Rayleigh distribution
        Assert.All(nearest.bincount(null).data<long>(), count => Assert.InRange(count, 850, 1150));
    }
}
