using GanNotebooks.Data.Downloads;
using TorchSharp;

namespace GanNotebooks.Data.Tests;

public sealed class RealSetTests : IDisposable
{
    private const int Record = 3073;
    private readonly ScratchFolder scratch = new();

    public void Dispose() => scratch.Dispose();

    [Fact]
    public void The_catalogue_names_what_can_be_checked()
    {
        Assert.Equal(["mnist", "fashion-mnist", "kmnist", "emnist-letters", "cifar10", "celeba"], Catalogue.BuiltIn.Sets.Select(set => set.Name));
        foreach (var file in Catalogue.BuiltIn.Sets.SelectMany(set => set.Files))
        {
            Assert.Equal(64, file.Sha256.Length);
            Assert.True(file.Bytes > 0);
        }
        Assert.All(Catalogue.BuiltIn.Sets, set => Assert.True(set.Files.Count > 0 ? set.Mirrors.Count > 0 : set.ByHand is not null));
        Assert.All(Catalogue.BuiltIn.Sets, set => Assert.NotEmpty(set.Licence));
    }

    [Fact]
    public void Cifar_is_read_from_its_archive_and_from_its_files()
    {
        var folder = Directory.CreateDirectory(scratch.File("cifar10")).FullName;
        var batches = Enumerable.Range(1, 5).ToDictionary(i => $"cifar-10-batches-bin/data_batch_{i}.bin", i => Batch(i, 4));
        Archives.Tar(Path.Combine(folder, "cifar-10-binary.tar.gz"), [.. batches.Select(batch => (batch.Key, batch.Value)), ("cifar-10-batches-bin/readme.html", "x"u8.ToArray())]);
        using var archived = ImageDatasets.Open("cifar10", scratch.Root);
        Assert.Equal("CIFAR-10: 20 images of 3×32×32", archived.ToString());
        Assert.Equal("frog", archived.ClassNames![6]);
        Assert.Equal([1L, 2, 3, 4], archived.Labels!.data<long>().ToArray()[..4]);
        Assert.Equal(batches.Values.First()[1..Record], archived.Images[0].data<byte>().ToArray());

        File.Delete(Path.Combine(folder, "cifar-10-binary.tar.gz"));
        foreach (var (name, bytes) in batches) File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(name)), bytes);
        using var unpacked = ImageDatasets.Open(folder, scratch.Root);
        Assert.Equal(archived.Images.data<byte>().ToArray(), unpacked.Images.data<byte>().ToArray());
        File.Delete(Path.Combine(folder, "data_batch_3.bin"));
        Assert.Contains("data_batch_3.bin is missing", Assert.Throws<InvalidDataException>(() => ImageDatasets.Open(folder, scratch.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cifar_that_is_damaged_is_refused()
    {
        Refused("2 of the 5", ("data_batch_1.bin", Batch(1, 2)), ("data_batch_2.bin", Batch(2, 2)));
        Refused("whole images", ("data_batch_1.bin", Batch(1, 2)[..^1]));
        var wrong = Batch(1, 2);
        wrong[Record] = 10;
        Refused("image 1 has label 10", [.. Enumerable.Range(1, 5).Select(i => ($"data_batch_{i}.bin", i == 3 ? wrong : Batch(i, 2)))]);
        File.WriteAllBytes(scratch.File("cifar10/cifar-10-binary.tar.gz"), "not gzip at all"u8);
        Assert.Contains("is damaged", Assert.Throws<InvalidDataException>(() => ImageDatasets.Open("cifar10", scratch.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_are_set_upright_and_counted_from_zero()
    {
        var folder = Directory.CreateDirectory(scratch.File("emnist-letters")).FullName;
        IdxFile.Write(Path.Combine(folder, "emnist-letters-train-images-idx3-ubyte.gz"), [1, 2, 3, 4, 5, 6, 7, 8], 2, 2, 2);
        IdxFile.Write(Path.Combine(folder, "emnist-letters-train-labels-idx1-ubyte.gz"), [1, 26], 2);
        using var letters = ImageDatasets.Open("emnist-letters", scratch.Root);
        Assert.Equal(new byte[] { 1, 3, 2, 4, 5, 7, 6, 8 }, letters.Images.data<byte>().ToArray());
        Assert.Equal(["A", "Z"], letters.Labels!.data<long>().ToArray().Select(label => letters.ClassNames![(int)label]));
    }

    [Fact]
    public void A_set_that_is_not_there_says_how_to_get_it()
    {
        string Missing(string name) => Assert.Throws<DirectoryNotFoundException>(() => ImageDatasets.Open(name, scratch.Root)).Message;
        Assert.Contains("./gan data get fashion-mnist", Missing("fashion-mnist"), StringComparison.Ordinal);
        Directory.CreateDirectory(scratch.File("kmnist"));
        foreach (var left in new[] { ".lock", "train-images-idx3-ubyte.gz.part" }) scratch.Put($"kmnist/{left}", 1, 2);       // a download that broke off
        Assert.Contains("./gan data get kmnist", Missing("kmnist"), StringComparison.Ordinal);
        Assert.Contains("cifar-10-binary.tar.gz", Missing("cifar10"), StringComparison.Ordinal);
        Assert.Contains("list_attr_celeba.txt", Missing("celeba"), StringComparison.Ordinal);
        Assert.All(["digits", "textured-digits", "mnist"], name => Assert.Contains($"{name}, ", Missing("nowhere"), StringComparison.Ordinal));
        Assert.Contains("points of the plane", Assert.Throws<ArgumentException>(() => ImageDatasets.Open("ring", scratch.Root)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_set_can_be_brought_to_another_size()
    {
        var folder = Directory.CreateDirectory(scratch.File("mnist")).FullName;
        IdxFile.Write(Path.Combine(folder, "train-images-idx3-ubyte"), [.. Enumerable.Repeat((byte)200, 28 * 28)], 1, 28, 28);
        using var set = ImageDatasets.Open("mnist", scratch.Root, new ImageOptions { Size = 32 });
        Assert.Equal([1L, 32, 32], set.SampleShape);
        Assert.Equal(200, set.Images.min().item<byte>());
    }

    [Fact]
    public void Idx_beyond_the_memory_budget_is_read_from_the_cache()
    {
        var folder = Directory.CreateDirectory(scratch.File("mine")).FullName;
        var digits = HandwrittenDigits.Draw(20, seed: 6);
        IdxFile.Write(Path.Combine(folder, "train-images-idx3-ubyte.gz"), digits.Pixels, 20, 28, 28);
        IdxFile.Write(Path.Combine(folder, "train-labels-idx1-ubyte"), digits.Labels!, 20);
        foreach (var _ in new[] { "made", "found" })
        {
            using var set = ImageDatasets.Open(folder, scratch.Root, new ImageOptions { MemoryBudget = 1000 });
            Assert.True(set.IsStreamed);
            Assert.Equal(digits.Labels, set.Labels!.data<long>().ToArray().Select(label => (byte)label));
            Assert.Equal(digits[7].ToArray(), ((set.Select(torch.tensor(new long[] { 7 })) + 1) * 127.5).round().to(torch.uint8).data<byte>().ToArray());
        }
        IdxFile.Write(Path.Combine(folder, "train-labels-idx1-ubyte"), [1, 2], 2);
        Assert.Throws<InvalidDataException>(() => ImageDatasets.Open(folder, scratch.Root, new ImageOptions { MemoryBudget = 1000 }));
    }

    private void Refused(string says, params (string Name, byte[] Bytes)[] batches)
    {
        Directory.CreateDirectory(scratch.File("cifar10"));
        Archives.Tar(scratch.File("cifar10/cifar-10-binary.tar.gz"), batches);
        Assert.Contains(says, Assert.Throws<InvalidDataException>(() => ImageDatasets.Open("cifar10", scratch.Root)).Message, StringComparison.Ordinal);
    }

    private static byte[] Batch(int seed, int images)
    {
        var bytes = new byte[images * Record];
        new Random(seed).NextBytes(bytes);
        for (var i = 0; i < images; i++) bytes[i * Record] = (byte)((i + seed) % 10);
        return bytes;
    }
}
