namespace GanNotebooks.Data;

/// <summary>How large a picture may be before any memory is spent on it.</summary>
internal static class ImageLimits
{
    /// <summary>The most pixels of one picture: 8,192×8,192, 256 MiB when decoded.</summary>
    public const long MostPixels = 1L << 26;

    /// <summary>The most pixels that a byte of a file can stand for: beyond it the header lies, since neither deflate nor JPEG packs so tightly.</summary>
    public const long MostPixelsAByte = 8192;

    private const long Always = 1 << 20;

    /// <summary>Refuses a header that promises too much.</summary>
    /// <param name="header">What the file says.</param>
    /// <param name="fileBytes">How long the file is.</param>
    /// <exception cref="InvalidDataException">The picture is too large, or larger than its file can hold.</exception>
    public static ImageHeader Check(ImageHeader header, long fileBytes)
    {
        var pixels = (long)header.Width * header.Height;
        if (header.Width < 1 || header.Height < 1) throw new InvalidDataException($"its size is {header.Width}×{header.Height}");
        if (pixels > MostPixels) throw new InvalidDataException($"{header.Width}×{header.Height} pixels are more than {MostPixels:N0}: make it smaller");
        return pixels <= Math.Max(Always, fileBytes * MostPixelsAByte) ? header
            : throw new InvalidDataException($"its header says {header.Width}×{header.Height}, more than {fileBytes:N0} bytes can hold: it is damaged");
    }
}
