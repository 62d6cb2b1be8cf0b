
namespace GanNotebooks.Data.Tests;

public sealed class IdxRoundTripTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("plain")]
    [InlineData("packed.gz")]
    public void Every_element_type_comes_back_exactly(string name)
    {
        Check<byte>(name, IdxType.UnsignedByte, [0, 1, 127, 128, 254, 255]);
        Check<sbyte>(name, IdxType.SignedByte, [sbyte.MinValue, -1, 0, 1, 2, sbyte.MaxValue]);
        Check<short>(name, IdxType.Short, [short.MinValue, -2, 0, 1, 258, short.MaxValue]);
        Check<int>(name, IdxType.Int, [int.MinValue, -2, 0, 1, 16909060, int.MaxValue]);
        Check<float>(name, IdxType.Float, [float.MinValue, -0f, float.Epsilon, 1.5f, float.NaN, float.PositiveInfinity]);
        Check<double>(name, IdxType.Double, [double.MinValue, -0d, double.Epsilon, Math.PI, double.NaN, double.NegativeInfinity]);
    }

    private void Check<T>(string name, IdxType type, T[] values) where T : unmanaged
    {
        IdxFile.Write(folder.File(name), IdxArray.From<T>(values, 2, 3));
        var read = IdxFile.Read(folder.File(name));
        Assert.Equal(type, read.Type);
        Assert.Equal([2, 3], read.Dimensions);
        Assert.Equal(6, read.Length);
        Assert.Equal(values, read.As<T>().ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(255)]
    public void Every_rank_comes_back(int rank)
    {
        var dimensions = Enumerable.Repeat(1, rank).ToArray();
        IdxFile.Write(folder.File("a.idx"), IdxArray.From<int>([42], dimensions));
        var read = IdxFile.Read(folder.File("a.idx"));
        Assert.Equal(rank, read.Rank);
        Assert.Equal(dimensions, read.Dimensions);
        Assert.Equal([42], read.As<int>().ToArray());
    }

    [Fact]
    public void No_elements_come_back_with_their_dimensions()
    {
        IdxFile.Write(folder.File("none.gz"), IdxArray.From<double>([], 0, int.MaxValue, int.MaxValue));
        Assert.Equal([0, int.MaxValue, int.MaxValue], IdxFile.Read(folder.File("none.gz")).Dimensions);
    }

    [Fact]
    public void Files_are_big_endian_as_the_format_says()
    {
        IdxFile.Write(folder.File("a.idx"), IdxArray.From<short>([0x0102, -2], 2));
        Assert.Equal([0, 0, 0x0B, 1, 0, 0, 0, 2, 1, 2, 0xFF, 0xFE], File.ReadAllBytes(folder.File("a.idx")));
    }

    [Fact]
    public void Arrays_longer_than_a_chunk_keep_their_order()
    {
        var values = Enumerable.Range(0, 1_000_003).ToArray();
        IdxFile.Write(folder.File("long.gz"), IdxArray.From<int>(values, values.Length));
        IdxFile.Write(folder.File("long"), IdxArray.From<int>(values, values.Length));
        Assert.Equal(values, IdxFile.Read(folder.File("long.gz")).As<int>().ToArray());
        Assert.Equal(values, IdxFile.Read(folder.File("long")).As<int>().ToArray());
    }

    [Fact]
    public void Content_decides_what_is_gzip_not_the_name()
    {
        IdxFile.Write(folder.File("a.gz"), IdxArray.From<byte>([7, 8], 2));
        File.Move(folder.File("a.gz"), folder.File("a"));
        Assert.Equal([7, 8], IdxFile.Read(folder.File("a")).Bytes.ToArray());
        IdxFile.Write(folder.File("b"), IdxArray.From<byte>([9], 1));
        File.Move(folder.File("b"), folder.File("b.gz"));
        Assert.Equal([9], IdxFile.Read(folder.File("b.gz")).Bytes.ToArray());
    }

    [Fact]
    public void Writing_replaces_the_file_and_leaves_nothing_else()
    {
        folder.Put("a.idx", 1, 2, 3);
        IdxFile.Write(folder.File("a.idx"), IdxArray.From<byte>([5], 1));
        Assert.Equal([5], IdxFile.Read(folder.File("a.idx")).Bytes.ToArray());
        Assert.Equal([folder.File("a.idx")], Directory.GetFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Writing_that_fails_leaves_nothing_behind()
    {
        Directory.CreateDirectory(folder.File("taken"));
        Assert.ThrowsAny<Exception>(() => IdxFile.Write(folder.File("taken"), IdxArray.From<byte>([5], 1)));
        Assert.Equal([folder.File("taken")], Directory.GetFileSystemEntries(folder.Root));
        var missing = Path.Combine(folder.Root, "absent", "a.idx");
        var error = Assert.Throws<DirectoryNotFoundException>(() => IdxFile.Write(missing, IdxArray.From<byte>([5], 1)));
        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_refuse_what_the_format_cannot_hold()
    {
        Assert.Contains("Int64", Assert.Throws<ArgumentException>(() => IdxArray.From<long>([1], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("2×2", Assert.Throws<ArgumentException>(() => IdxArray.From<byte>([1], 2, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => IdxArray.From<byte>([1], Enumerable.Repeat(1, 256).ToArray()));
        Assert.Throws<ArgumentOutOfRangeException>(() => IdxArray.From<byte>([1], -1, -1));
        var error = Assert.Throws<InvalidOperationException>(() => IdxArray.From<byte>([1], 1).As<float>().ToArray());
        Assert.Contains("UnsignedByte", error.Message, StringComparison.Ordinal);
    }
}
