using SixLabors.ImageSharp;
using SixLabors.ImageSharp.Formats.Jpeg;
using SixLabors.ImageSharp.Formats.Png;
using SixLabors.ImageSharp.Memory;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;

namespace GanNotebooks.Data;

/// <summary>Reads and writes PNG, and reads JPEG with ImageSharp. Every failure of a decoder on a damaged file becomes an exception that says why.</summary>
internal static class ImageCodec
{
    private const int MostMegabytesABuffer = 512;
    private static readonly Configuration Decoders = Configured();

    /// <summary>Reads a file's header, before any memory is used for pixels.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither PNG nor JPEG, is damaged, or too large.</exception>
    public static ImageHeader ReadHeader(byte[] file) =>
        ImageLimits.Check(PngFile.Is(file) ? Guarded(file, PngFile.Read).Header : Guarded(file, JpegFile.Read).Header, file.Length);

    /// <summary>Decodes a file to a picture as viewers show it: upright, as a JPEG's EXIF data ask.</summary>
    /// <param name="file">The whole file.</param>
    /// <returns>A picture that the caller disposes of.</returns>
    /// <exception cref="InvalidDataException">It is neither PNG nor JPEG, is damaged, or too large.</exception>
    public static Image<Rgba32> Decode(byte[] file) => PngFile.Is(file) ? DecodePng(file) : DecodeJpeg(file);

    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">The width in pixels, at least 1.</param>
    /// <param name="height">The height in pixels, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using Image image = channels == 1 ? Image.LoadPixelData<L8>(pixels, width, height) : Image.LoadPixelData<Rgb24>(pixels, width, height);
        using var file = new MemoryStream();
        image.SaveAsPng(file, new PngEncoder { BitDepth = PngBitDepth.Bit8, ColorType = channels == 1 ? PngColorType.Grayscale : PngColorType.Rgb });
        return file.ToArray();
    }

    private static Image<Rgba32> DecodePng(byte[] file)
    {
        var png = Guarded(file, PngFile.Read);
        ImageLimits.Check(png.Header, file.Length);
        return Guarded(file, _ => PngPixels.Decode(png, Decoders));
    }

    private static Image<Rgba32> DecodeJpeg(byte[] file)
    {
        var jpeg = Guarded(file, JpegFile.Read);
        ImageLimits.Check(jpeg.Header, file.Length);
        return Guarded(file, _ =>
        {
            var picture = Image.Load<Rgba32>(Decoders, jpeg.Clean);
            if (picture.Metadata.ExifProfile is not null) picture.Mutate(change => change.AutoOrient());
            return picture;
        });
    }

    // No other decoder can be reached. Of those in 2.1, WebP's takes a gigabyte for a damaged file of 1 KB, BMP's may never end, and most published flaws were GIF's.
    private static Configuration Configured() => new(new JpegConfigurationModule())
    {
        MaxDegreeOfParallelism = 1,      // folders are already read on all cores, one picture on each
        MemoryAllocator = MemoryAllocator.Create(new MemoryAllocatorOptions { AllocationLimitMegabytes = MostMegabytesABuffer }),
    };

    private static T Guarded<T>(byte[] file, Func<byte[], T> read)
    {
        var kind = PngFile.Is(file) ? "PNG" : JpegFile.Is(file) ? "JPEG" : throw new InvalidDataException("neither PNG nor JPEG");
        try
        {
            return read(file);
        }
        catch (NotSupportedException e)
        {
            throw new InvalidDataException($"{kind}: {e.Message}", e);
        }
#pragma warning disable CA1031 // On damaged files the decoders throw exceptions of a dozen types, null references among them.
        catch (Exception e) when (e is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw new InvalidDataException($"damaged {kind} ({(e is ImageFormatException or InvalidDataException ? e.Message : "its parts do not fit together")})", e);
        }
    }
}
