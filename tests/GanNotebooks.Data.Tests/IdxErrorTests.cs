using System.IO.Compression;

namespace GanNotebooks.Data.Tests;

public sealed class IdxErrorTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_missing_file_is_named()
    {
        var error = Assert.Throws<FileNotFoundException>(() => IdxFile.Read(folder.File("absent-idx1-ubyte")));
        Assert.Contains("absent-idx1-ubyte: there is no such file", error.Message, StringComparison.Ordinal);
        Assert.Equal(folder.File("absent-idx1-ubyte"), error.FileName);
    }

    [Fact]
    public void An_empty_file_is_called_empty() => Fails([], "is empty", "IDX");

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 13 }, "89 50 4E 47", "PNG")]
    [InlineData(new byte[] { 0x7B, 0x22, 0x61, 0x22 }, "7B 22 61 22", "JSON")]
    [InlineData(new byte[] { 0x3C, 0x21, 0x64, 0x6F }, "3C 21 64 6F", "web page")]
    [InlineData(new byte[] { 0x50, 0x4B, 3, 4 }, "50 4B 03 04", "zip")]
    [InlineData(new byte[] { 0, 0, 8 }, "00 00 08", "rank")]
    [InlineData(new byte[] { 0, 1, 8, 1 }, "00 01 08 01", "IDX")]
    public void Another_kind_of_file_is_recognised(byte[] content, string found, string kind) =>
        Fails(content, found, kind, "begins with 00 00");

    [Theory]
    [InlineData(0x0A, "unknown type (type 0A)")]
    [InlineData(0x0D, "float32")]
    public void Elements_that_are_no_bytes_are_named(byte type, string name) => Fails([0, 0, type, 1, 0, 0, 0, 1, 5, 5, 5, 5], name, "unsigned bytes (type 08)");

    [Fact]
    public void A_cut_header_says_how_long_it_should_be() => Fails([0, 0, 8, 3, 0, 0, 0, 1], "16 bytes expected", "8 found");

    [Fact]
    public void A_cut_file_says_expected_and_found() => Fails([0, 0, 8, 1, 0, 0, 0, 12, 1, 2, 3, 4, 5], "12 bytes expected", "5 found");

    [Fact]
    public void Bytes_after_the_end_are_refused() => Fails([0, 0, 8, 1, 0, 0, 0, 2, 1, 2, 3, 4, 5], "2 bytes expected", "more bytes follow");

    [Theory]
    [InlineData(new byte[] { 0, 0, 8, 2, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF }, "2147483647×2147483647")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0xFF, 0xFF, 0xFF, 0xFF }, "4294967295")]
    [InlineData(new byte[] { 0, 0, 8, 3, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF }, "×")]
    public void Sizes_beyond_one_array_are_refused(byte[] content, string sizes)
    {
        Fails(content, sizes, "that one array holds");
        Fails(Gzip(content), sizes, "that one array holds");
    }

    [Fact]
    public void A_header_that_lies_costs_no_memory()
    {
        byte[] lie = [0, 0, 8, 1, 0x7F, 0, 0, 0, 1, 2, 3];   // promises 2 GB
        foreach (var content in new[] { lie, Gzip(lie) })
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Fails(content, "2130706432 bytes expected", "3 found");
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
        }
    }

    [Fact]
    public void Gzip_content_that_is_too_short_or_too_long_is_refused()
    {
        Fails(Gzip([0, 0, 8, 1, 0, 0, 0, 9, 1, 2]), "9 bytes expected", "2 found");
        Fails(Gzip([0, 0, 8, 1, 0, 0, 0, 1, 1, 2]), "1 bytes expected", "more bytes follow");
        Fails(Gzip([0, 0, 8, 1, 0, 0, 0x10, 0, .. new byte[4097]]), "4096 bytes expected", "more bytes follow");
        Fails(Gzip([0, 0, 8, 1, 0, 0x2D, 0xC6, 0xC1, .. new byte[3_000_000]]), "3000001 bytes expected", "3000000 found");
        Fails(Gzip([]), "is empty");
        Fails(Gzip("{}  "u8.ToArray()), "JSON");
    }

    [Fact]
    public void Gzip_is_refused_wherever_it_is_cut_and_whatever_follows_it()
    {
        var whole = Gzip(Noise);
        foreach (var length in new[] { 2, 3, 12, 17, 40, 2000, whole.Length - 12, whole.Length - 8, whole.Length - 5, whole.Length - 1 })
            Fails(whole[..length], "Download or copy it again");
        Fails(whole[..2000], "5000 bytes expected", "ends early");
        Fails([.. whole, 1, 2, 3], "bytes after its end");
        Assert.Equal(5000, IdxFile.Read(folder.Put("whole", whole)).Bytes.Length);
    }

    [Fact]
    public void Gzip_with_a_flipped_bit_is_refused()
    {
        var whole = Gzip(Noise);
        foreach (var at in new[] { 2, 3, 10, 16, 2500, whole.Length - 6, whole.Length - 2 })
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 4;
            Fails(damaged, "gzip is damaged", "Download or copy it again");
        }
    }

    // 5000 numbers that gzip cannot shrink, behind their header.
    private static byte[] Noise
    {
        get
        {
            var noise = new byte[5000];
            new Random(1).NextBytes(noise);
            return [0, 0, 8, 1, 0, 0, 0x13, 0x88, .. noise];
        }
    }

    private void Fails(byte[] content, params string[] says)
    {
        var path = folder.Put("faulty-idx3-ubyte", content);
        var error = Assert.Throws<InvalidDataException>(() => IdxFile.Read(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        foreach (var words in says) Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }
}
