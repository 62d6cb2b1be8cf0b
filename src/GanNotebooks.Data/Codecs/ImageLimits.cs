namespace GanNotebooks.Data;

/// <summary>Limits of a picture's size, checked before any memory is used for it.</summary>
internal static class ImageLimits
{
    /// <summary>The most pixels of one picture: 8,192×8,192, 256 MiB when decoded.</summary>
    public const long MostPixels = 1L << 26;

    /// <summary>The most pixels per byte of a file: with more the header must be wrong, since neither deflate nor JPEG compresses so much.</summary>
    public const long MostPixelsAByte = 8192;

    private const long Always = 1 << 20;

    /// <summary>Throws if a header's size is too large, else returns the header.</summary>
    /// <param name="header">The file's header.</param>
    /// <param name="fileBytes">The file's length in bytes.</param>
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
