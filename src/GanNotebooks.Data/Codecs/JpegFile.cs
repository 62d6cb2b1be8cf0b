using System.Buffers.Binary;

namespace GanNotebooks.Data;

/// <summary>The parts of a JPEG file (ITU-T T.81) that make its picture, without those that ImageSharp 2.1 must not see.</summary>
/// <param name="Header">The picture's size and kind.</param>
/// <param name="Clean">The file without what a decoder does not need: notes and previews, stray bytes between the parts, fill bytes, and what follows its end.</param>
internal sealed record JpegFile(ImageHeader Header, byte[] Clean)
{
    // 350 passes over a camera's picture, 64 over the largest picture that is read: three seconds.
    private const long MostPixelScans = 1L << 32;

    private const byte Marker = 0xFF, StartOfImage = 0xD8, EndOfImage = 0xD9, StartOfScan = 0xDA, Comment = 0xFE, FirstRestart = 0xD0, LastRestart = 0xD7, Alone = 0x01;
    private const byte FirstNote = 0xE0, ExifNote = 0xE1, AdobeNote = 0xEE, LastNote = 0xEF, FirstFrame = 0xC0, LastFrame = 0xCF;
    private const int AdobeBytes = 12, FrameBytes = 6;

    /// <summary>Whether a file begins as JPEG files do.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[Marker, StartOfImage, Marker]);

    /// <summary>Finds the parts by their lengths, each of which is checked against the file's end.</summary>
    /// <exception cref="NotSupportedException">Its pixels are coded in a way that is not supported.</exception>
    /// <exception cref="InvalidDataException">It is cut off, or has so many scans that they would keep a decoder busy for hours.</exception>
    public static JpegFile Read(byte[] file)
    {
        var clean = new MemoryStream(file.Length);
        clean.Write([Marker, StartOfImage]);
        ImageHeader? header = null;
        var scans = 0L;
        for (var at = 2; ;)
        {
            at = NextMarker(file, at);
            var marker = file[at + 1];
            if (marker == EndOfImage) break;
            if (marker is Alone or StartOfImage or (>= FirstRestart and <= LastRestart))
            {
                at += 2;
                continue;
            }
            var length = at + 4 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)) : file.Length;
            if (length < 2 || at + 2 + length > file.Length) throw CutOff();
            var content = file.AsSpan(at + 4, length - 2);
            if (IsFrame(marker)) header = header is null ? ParseFrame(marker, content) : throw new InvalidDataException("it has two headers");
            var end = at + 2 + length;
            if (marker == StartOfScan)
            {
                scans++;
                end = EndOfScan(file, end);
            }
            if (IsNeeded(marker, content)) clean.Write(file.AsSpan(at, end - at));
            at = end;
        }
        if (header is not { } found || scans == 0) throw CutOff();
        if ((long)found.Width * found.Height * scans > MostPixelScans) throw new InvalidDataException("it has too many scans for its size");
        clean.Write([Marker, EndOfImage]);
        return new JpegFile(found, clean.ToArray());
    }

    /// <summary>The position of the next marker: stray bytes are skipped, as other decoders do, and so are fill bytes before it.</summary>
    private static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        for (; at + 1 < file.Length; at++)
        {
            var skip = file[at..].IndexOf(Marker);
            at += skip;
            if (skip < 0 || at + 1 >= file.Length) break;
            if (file[at + 1] is not (0 or Marker)) return at;
        }
        throw CutOff();
    }

    /// <summary>The end of a scan's compressed pixels: within them a marker's first byte is followed by zero, or by a restart's number.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        for (; ; at += 2)
        {
            at = NextMarkerOrData(file, at);
            if (file[at + 1] is not (0 or (>= FirstRestart and <= LastRestart))) return at;
        }
    }

    private static int NextMarkerOrData(ReadOnlySpan<byte> file, int at)
    {
        var skip = file[at..].IndexOf(Marker);
        return skip >= 0 && at + skip + 1 < file.Length ? at + skip : throw CutOff();
    }

    private static bool IsFrame(byte marker) => marker is >= FirstFrame and <= LastFrame and not (0xC4 or 0xC8 or 0xCC);       // those are tables

    private static ImageHeader ParseFrame(byte marker, ReadOnlySpan<byte> content)
    {
        if (marker > 0xC2) throw new NotSupportedException($"{(marker is 0xC3 or >= 0xC5 and <= 0xC7 ? "lossless or hierarchical" : "arithmetic")} coding is not read: convert it to PNG");
        if (content.Length < FrameBytes) throw CutOff();
        return new ImageHeader(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]), content[5] == 1);
    }

    // Orientation and colour coding are needed; other data are for other programs.
    private static bool IsNeeded(byte marker, ReadOnlySpan<byte> content) => marker switch
    {
        Comment => false,
        ExifNote => content.StartsWith("Exif"u8),
        AdobeNote => content.StartsWith("Adobe"u8) && content.Length >= AdobeBytes,
        >= FirstNote and <= LastNote => false,
        _ => true,
    };

    private static InvalidDataException CutOff() => new("it is cut off");
}
