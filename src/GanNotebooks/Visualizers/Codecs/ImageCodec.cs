using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Visualizers;

/// <summary>PNG and JPEG by ImageSharp.</summary>
internal static class ImageCodec
{
    // The decoders that the kit wants, and no other: what is not here cannot be reached by a crafted file.
    private static readonly Configuration Known = new(new PngConfigurationModule(), new JpegConfigurationModule());

    /// <inheritdoc cref="ImageHeader.Read"/>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> file) => ImageHeader.Read(file);

    /// <summary>Unpacks a PNG or JPEG file, as it is stored: not turned as EXIF asks.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static DecodedImage Decode(ReadOnlySpan<byte> file)
    {
        var header = ImageHeader.Read(file);
        var kind = ImageHeader.IsPng(file) ? "PNG" : "JPEG";
        try
        {
            using var image = Image.Load<Rgba32>(Known, file);
            if ((image.Width, image.Height) != (header.Width, header.Height)) throw new InvalidDataException($"damaged {kind} (it has two headers)");
            var rgba = new byte[4 * header.Width * header.Height];
            image.CopyPixelDataTo(rgba);
            return new DecodedImage(rgba, header.Width, header.Height);
        }
#pragma warning disable CA1031 // Damage leads its decoders to exceptions of a dozen types, null references among them.
        catch (Exception e) when (e is not (InvalidDataException or OutOfMemoryException))
#pragma warning restore CA1031
        {
            throw new InvalidDataException($"damaged {kind} ({(e is ImageFormatException ? e.Message : "its parts do not fit together")})", e);
        }
    }

    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using var image = Of(pixels, width, height, channels);
        using var file = new MemoryStream();
        image.SaveAsPng(file, new PngEncoder { BitDepth = PngBitDepth.Bit8, ColorType = channels == 1 ? PngColorType.Grayscale : PngColorType.Rgb });
        return file.ToArray();
    }

    private static Image Of(ReadOnlySpan<byte> pixels, int width, int height, int channels) => channels == 1
        ? Image.LoadPixelData<L8>(pixels, width, height)
        : Image.LoadPixelData<Rgb24>(pixels, width, height);
}
