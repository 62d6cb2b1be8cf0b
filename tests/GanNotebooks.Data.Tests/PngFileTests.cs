using System.Buffers.Binary;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data.Tests;

/// <summary>PNG files by which the decoder alone would be led astray.</summary>
public class PngFileTests
{
    [Fact]
    public void Interlaced_pictures_of_every_small_size_are_read()
    {
        for (var width = 1; width < 18; width++)
            for (var height = 1; height < 18; height++)
                AssertLight(PngBuilder.Grey(width, height, interlaced: true), width, height);
    }

    [Fact]
    public void Interlaced_pictures_of_one_bit_and_a_palette_are_read()
    {
        var file = PngBuilder.File(PngBuilder.Header(2, 2, bits: 1, colourType: 3, interlaced: true), PngBuilder.Chunk("PLTE", [1, 2, 3, 40, 50, 60]), PngBuilder.Chunk("tRNS", [255, 9]),
            PngBuilder.Data([0, 0x80, 0, 0, 0, 0x40]), PngBuilder.End);
        using var picture = ImageCodec.Decode(file);
        Assert.Equal((new Rgba32(40, 50, 60, 9), new Rgba32(1, 2, 3), new Rgba32(1, 2, 3), new Rgba32(40, 50, 60, 9)), (picture[0, 0], picture[1, 0], picture[0, 1], picture[1, 1]));
    }

    [Fact]
    public void Interlaced_pictures_of_sixteen_bits_are_read()
    {
        byte[] lines = [0, 0x10, 0, 0x20, 0, 0x30, 0];
        var file = PngBuilder.File(PngBuilder.Header(1, 1, bits: 16, colourType: 2, interlaced: true), PngBuilder.Data(lines), PngBuilder.End);
        using var picture = ImageCodec.Decode(file);
        Assert.Equal(new Rgba32(16, 32, 48), picture[0, 0]);
    }

    [Fact]
    public void Interlaced_pictures_that_lack_pixels_are_refused() => Refused("fewer pixels",
        PngBuilder.File(PngBuilder.Header(16, 16, interlaced: true), PngBuilder.Data(PngBuilder.Lines(16, 16, interlaced: true)[..40]), PngBuilder.End));

    [Fact]
    public void A_second_header_is_refused_wherever_it_hides()
    {
        byte[] second = PngBuilder.Header(1_000_000, 4);
        byte[] first = PngBuilder.Header(1, 4), data = PngBuilder.Data(new byte[2]);
        Refused("two headers", PngBuilder.File(first, data, second, PngBuilder.Data(new byte[20]), first, PngBuilder.End));
        Refused("fewer pixels", PngBuilder.File(first, PngBuilder.Chunk("IDAT", [.. data[8..^4], .. second]), PngBuilder.End));      // what follows the pixels is not looked at
    }

    [Fact]
    public void What_is_cut_off_between_its_parts_is_refused()
    {
        var lines = PngBuilder.Lines(9, 9, interlaced: false);
        var packed = PngBuilder.Data(lines)[8..^4];
        Refused("cut off", PngBuilder.File(PngBuilder.Header(9, 9), PngBuilder.Chunk("IDAT", packed[..20])));
        AssertLight(PngBuilder.File(PngBuilder.Header(9, 9), PngBuilder.Chunk("IDAT", packed[..20]), PngBuilder.Chunk("IDAT", packed[20..]), PngBuilder.End), 9, 9);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_length_that_a_part_claims_costs_no_memory(bool interlaced)
    {
        var text = PngBuilder.Chunk("tEXt", []);
        BinaryPrimitives.WriteInt32BigEndian(text, 1_000_000_000);
        var file = PngBuilder.File(PngBuilder.Header(1, 1, interlaced: interlaced), text, PngBuilder.End);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused("damaged PNG", file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void Packed_texts_are_not_unpacked()
    {
        var text = PngBuilder.Data(new byte[20_000_000])[8..^4];
        var file = PngBuilder.File(PngBuilder.Header(3, 2), PngBuilder.Chunk("zTXt", [.. "Comment"u8, 0, 0, .. text]), PngBuilder.Data(PngBuilder.Lines(3, 2, interlaced: false)), PngBuilder.End);
        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertLight(file, 3, 2);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void What_follows_the_pixels_may_be_damaged()
    {
        var text = PngBuilder.Chunk("tEXt", []);
        BinaryPrimitives.WriteInt32BigEndian(text, 1_000_000_000);
        var whole = PngBuilder.Grey(3, 2, interlaced: false);
        AssertLight([.. whole[..^12], .. text], 3, 2);
        AssertLight([.. whole, .. "and more"u8], 3, 2);
        AssertLight(whole[..^6], 3, 2);
    }

    [Fact]
    public void Damaged_pixels_are_found_by_their_checksum()
    {
        var data = PngBuilder.Data(PngBuilder.Lines(3, 2, interlaced: false));
        data[^5] ^= 1;      // the last byte of zlib's own checksum, before that of the part
        Refused("damaged PNG", PngBuilder.File(PngBuilder.Header(3, 2), data, PngBuilder.End));
        var file = PngBuilder.Grey(3, 2, interlaced: false);
        file[19] = 2;       // the width, and not its checksum
        Refused("checksum", file);
    }

    [Fact]
    public void Colour_numbers_beyond_the_palette_are_black()
    {
        using var picture = ImageCodec.Decode(PngBuilder.File(PngBuilder.Header(2, 1, bits: 8, colourType: 3), PngBuilder.Chunk("PLTE", [9, 8, 7]), PngBuilder.Data([0, 0, 200]), PngBuilder.End));
        Assert.Equal((new Rgba32(9, 8, 7), new Rgba32(0, 0, 0)), (picture[0, 0], picture[1, 0]));
        Refused("no palette", PngBuilder.File(PngBuilder.Header(1, 1, bits: 8, colourType: 3), PngBuilder.Data([0, 0]), PngBuilder.End));
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(3, 0)]
    [InlineData(16, 3)]
    [InlineData(8, 1)]
    public void Forms_that_the_format_does_not_have_are_refused(int bits, int colours) =>
        Refused("names a form", PngBuilder.File(PngBuilder.Header(1, 1, bits, colours), PngBuilder.Data(new byte[20]), PngBuilder.End));

    private static void Refused(string reason, byte[] file) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(file)).Message, StringComparison.Ordinal);

    private static void AssertLight(byte[] file, int width, int height)
    {
        using var picture = ImageCodec.Decode(file);
        Assert.Equal((width, height), (picture.Width, picture.Height));
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) Assert.Equal(PngBuilder.Light(x, y), picture[x, y].R);
    }
}
