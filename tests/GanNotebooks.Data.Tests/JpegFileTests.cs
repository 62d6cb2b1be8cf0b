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

    private static void Refused(string reason, byte[] file) =>
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(file)).Message, StringComparison.Ordinal);
}
