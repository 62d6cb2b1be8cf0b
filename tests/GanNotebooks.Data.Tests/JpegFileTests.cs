using System.Buffers.Binary;

namespace GanNotebooks.Data.Tests;

/// <summary>JPEG files by which the decoder alone would be led astray.</summary>
public class JpegFileTests
{
    [Theory]
    [InlineData("baseline.jpg", 4)]
    [InlineData("progressive.jpg", 160)]
    public void What_is_cut_off_among_its_pixels_is_refused(string name, int missing) => Refused("cut off", Fixture.Read(name)[..^missing]);

    [Fact]
    public void A_thumbnail_that_is_whole_does_not_make_its_picture_so()
    {
        byte[] file = Fixture.Read("baseline.jpg")[..^4], thumbnail = Fixture.Read("grey.jpg");
        byte[] note = [0xFF, 0xE5, 0, 0, .. thumbnail];
        BinaryPrimitives.WriteUInt16BigEndian(note.AsSpan(2), (ushort)(note.Length - 2));
        Refused("cut off", [.. file[..2], .. note, .. file[2..]]);
        using var whole = ImageCodec.Decode([.. file[..2], .. note, .. Fixture.Read("baseline.jpg")[2..]]);
        Assert.Equal(16, whole.Width);
    }

    [Fact]
    public void Thousands_of_scans_of_a_large_picture_are_refused()
    {
        var file = Fixture.Read("progressive.jpg");
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC2]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), 8000);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), 8000);
        var scan = file[file.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA])..^2];
        Refused("too many scans", [.. file[..^2], .. Enumerable.Repeat(scan, 2000).SelectMany(bytes => bytes), 0xFF, 0xD9]);
    }

    [Fact]
    public void What_other_decoders_pass_over_is_passed_over()
    {
        foreach (var name in new[] { "baseline.jpg", "progressive.jpg", "grey.jpg" })
        {
            var file = Fixture.Read(name);
            var table = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]);
            byte[] before = file[..table], after = file[table..];
            byte[] cutNote = [0xFF, 0xEE, 0, 13, .. "Adobe\0d@\0\0\0"u8];
            AssertSame(file, [.. before, .. "hello"u8, .. after]);
            AssertSame(file, [.. before, 0xFF, 0xFF, 0xFF, .. after]);
            AssertSame(file, [.. before, 0xFF, 0, 0xFF, .. after]);
            AssertSame(file, [.. before, .. cutNote, 0x01, .. after]);
            AssertSame(file, [.. before, 0xFF, 0xFE, 0, 4, 0xFF, 0xDA, .. after]);
            AssertSame(file, [.. file[..^2], 0xFF, 0xFF, 0xFF, 0xD9]);
            AssertSame(file, [.. file, .. Fixture.Read("grey.jpg"), .. "and more"u8]);
        }
    }

    [Fact]
    public void Notes_that_turn_a_picture_are_kept()
    {
        var file = Fixture.Read("exif-6.jpg");
        Assert.NotEqual(Pixels(file), Pixels(WithoutNotes(file)));
    }

    [Theory]
    [InlineData(0xC9, "arithmetic")]
    [InlineData(0xC3, "lossless")]
    public void Codings_that_are_not_read_are_named(byte marker, string name)
    {
        var file = Fixture.Read("baseline.jpg");
        file[file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 1] = marker;
        Refused($"JPEG: {name}", file);
        Refused("convert it to PNG", file);
    }

    [Theory]
    [InlineData(4, 65)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    public void The_length_that_a_part_claims_costs_no_memory(int at, byte value)
    {
        var file = Fixture.Read("baseline.jpg");
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        (file[frame + 2], file[frame + 3]) = at == 4 ? (byte.MaxValue, byte.MaxValue) : ((byte)0, value);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused("cut off", file);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static void AssertSame(byte[] whole, byte[] other) => Assert.Equal(Pixels(whole), Pixels(other));

    private static SixLabors.ImageSharp.PixelFormats.Rgba32[] Pixels(byte[] file)
    {
        using var picture = ImageCodec.Decode(file);
        var pixels = new SixLabors.ImageSharp.PixelFormats.Rgba32[picture.Width * picture.Height];
        picture.CopyPixelDataTo(pixels);
        return pixels;
    }

    private static byte[] WithoutNotes(byte[] file)
    {
        var note = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xE1]);
        return [.. file[..note], .. file[(note + 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(note + 2)))..]];
    }

    private static void Refused(string reason, byte[] file) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(file)).Message, StringComparison.Ordinal);
}
