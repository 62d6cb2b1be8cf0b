
namespace GanNotebooks.Data.Tests;

public sealed class IdxRoundTripTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("plain", 0)]
    [InlineData("plain", 1)]
    [InlineData("packed.gz", 4)]
    [InlineData("plain", 255)]
    public void Every_rank_comes_back(string name, int rank)
    {
        var dimensions = Enumerable.Repeat(1, rank).ToArray();
        IdxFile.Write(folder.File(name), [42], dimensions);
        var read = IdxFile.Read(folder.File(name));
        Assert.Equal(dimensions, read.Dimensions);
        Assert.Equal([42], read.Bytes);
    }

    [Fact]
    public void No_elements_come_back_with_their_dimensions()
    {
        IdxFile.Write(folder.File("none.gz"), [], 0, int.MaxValue, int.MaxValue);
        Assert.Equal([0, int.MaxValue, int.MaxValue], IdxFile.Read(folder.File("none.gz")).Dimensions);
    }

    [Fact]
    public void Files_are_as_the_format_says()
    {
        IdxFile.Write(folder.File("a.idx"), [.. new byte[257], 7], 2, 129);
        Assert.Equal([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 129, 0], File.ReadAllBytes(folder.File("a.idx"))[..13]);
    }

    [Theory]
    [InlineData("long")]
    [InlineData("long.gz")]
    public void Long_arrays_keep_their_order(string name)
    {
        var values = Enumerable.Range(0, 1_000_003).Select(i => (byte)(i * 7919 >> 8)).ToArray();
        IdxFile.Write(folder.File(name), values, values.Length);
        Assert.Equal(values, IdxFile.Read(folder.File(name)).Bytes);
    }

    [Fact]
    public void Content_decides_what_is_gzip_not_the_name()
    {
        IdxFile.Write(folder.File("a.gz"), [7, 8], 2);
        File.Move(folder.File("a.gz"), folder.File("a"));
        Assert.Equal([7, 8], IdxFile.Read(folder.File("a")).Bytes);
        IdxFile.Write(folder.File("b"), [9], 1);
        File.Move(folder.File("b"), folder.File("b.gz"));
        Assert.Equal([9], IdxFile.Read(folder.File("b.gz")).Bytes);
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_else()
    {
        folder.Put("a.idx", 1, 2, 3);
        IdxFile.Write(folder.File("a.idx"), [5], 1);
        Assert.Equal([5], IdxFile.Read(folder.File("a.idx")).Bytes);
        Assert.Equal([folder.File("a.idx")], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Writing_that_fails_leaves_nothing_behind()
    {
        Directory.CreateDirectory(folder.File("taken"));
        Assert.ThrowsAny<Exception>(() => IdxFile.Write(folder.File("taken"), [5], 1));
        Assert.Equal([folder.File("taken")], Directory.GetFileSystemEntries(folder.Root));
        var missing = Path.Combine(folder.Root, "absent", "a.idx");
        var error = Assert.Throws<DirectoryNotFoundException>(() => IdxFile.Write(missing, [5], 1));
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dimensions_that_do_not_hold_the_bytes_are_refused()
    {
        Assert.Contains("2×2 do not hold 1", Assert.Throws<ArgumentException>(() => IdxFile.Write(folder.File("a"), [1], 2, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => IdxFile.Write(folder.File("a"), [1], Enumerable.Repeat(1, 256).ToArray()));
        Assert.Empty(Directory.GetFileSystemEntries(folder.Root));
    }
}
