namespace GanNotebooks.Data;

/// <summary>What ImageSharp 2.1 must be kept from in JPEG files.</summary>
internal static class JpegFile
{
    // 350 passes over the pixels of a camera, 64 over the largest picture that is read: three seconds.
    private const long MostPixelScans = 1L << 32;

    private static ReadOnlySpan<byte> StartOfScan => [0xFF, 0xDA];

    private static ReadOnlySpan<byte> EndOfImage => [0xFF, 0xD9];

    /// <summary>Refuses a file that is cut off, which the decoder would fill with grey; or one whose many small scans would keep it busy for hours.</summary>
    /// <exception cref="InvalidDataException">It is so.</exception>
    public static void Check(ReadOnlySpan<byte> file, ImageHeader header)
    {
        // The last scan's end: a thumbnail among the notes has an end of its own.
        if (file.LastIndexOf(StartOfScan) is var scan && (scan < 0 || file[scan..].IndexOf(EndOfImage) < 0)) throw new InvalidDataException("it is cut off");
        if ((long)header.Width * header.Height * file.Count(StartOfScan) > MostPixelScans) throw new InvalidDataException("it has too many scans for its size");
    }
}
