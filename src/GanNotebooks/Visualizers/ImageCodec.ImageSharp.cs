using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Visualizers;

/// <summary>PNG and JPEG by ImageSharp.</summary>
internal static class ImageCodec
{
    // One frame, no notes: orientation is read by ExifOrientation, for both stacks alike.
    private static readonly DecoderOptions OnlyPixels = new() { MaxFrames = 1, SkipMetadata = true };

    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using Image image = channels == 1
            ? Image.LoadPixelData<L8>(pixels, width, height)
            : Image.LoadPixelData<Rgb24>(pixels, width, height);
        using var file = new MemoryStream();
        image.SaveAsPng(file);
        return file.ToArray();
    }

    /// <summary>Reads what a PNG or JPEG file says of its picture.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> file)
    {
        var isPng = IsPng(file);
        try
        {
            var info = Image.Identify(file);
            var isGrey = isPng
                ? info.Metadata.GetPngMetadata().ColorType is PngColorType.Grayscale or PngColorType.GrayscaleWithAlpha
                : info.Metadata.GetJpegMetadata().ColorType is JpegEncodingColor.Luminance;
            return ImageLimits.Check(new ImageHeader(info.Width, info.Height, isGrey), file.Length);
        }
        catch (ImageFormatException e)
        {
            throw Refused(isPng, e);
        }
    }

    /// <summary>Unpacks a PNG or JPEG file, as it is stored: not turned as EXIF asks.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static DecodedImage Decode(ReadOnlySpan<byte> file)
    {
        var header = ReadHeader(file);
        try
        {
            using var image = Image.Load<Rgba32>(OnlyPixels, file);
            var rgba = new byte[4 * header.Width * header.Height];
            image.CopyPixelDataTo(rgba);
            return new DecodedImage(rgba, header.Width, header.Height);
        }
        catch (ImageFormatException e)
        {
            throw Refused(IsPng(file), e);
        }
    }

    private static bool IsPng(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G'])) return true;
        if (file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) return false;
        throw new InvalidDataException("neither PNG nor JPEG");
    }

    private static InvalidDataException Refused(bool isPng, ImageFormatException e) => new($"damaged {(isPng ? "PNG" : "JPEG")} ({e.Message})", e);
}
