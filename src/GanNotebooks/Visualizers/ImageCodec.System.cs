using System.Runtime.InteropServices;

namespace GanNotebooks.Visualizers;

/// <summary>PNG by the system's libpng (its simplified interface) and JPEG by its libturbojpeg: both report errors as values, never by jumping.</summary>
internal static unsafe partial class ImageCodec
{
    private const uint PngImageVersion = 1;
    private const uint FormatGrey = 0, FormatColour = 2, FormatRgba = 3;
    private const uint SixteenBitsAreSrgb = 4;
    private const int Overhead = 1 << 12;

    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <exception cref="InvalidOperationException">libpng refused.</exception>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        var image = new PngImage { Version = PngImageVersion, Width = (uint)width, Height = (uint)height, Format = channels == 1 ? FormatGrey : FormatColour };
        var file = new byte[pixels.Length + pixels.Length / 100 + height + Overhead];      // deflate's worst case
        var size = (nuint)file.Length;
        int written;
        fixed (byte* source = pixels, target = file)
            written = png_image_write_to_memory(&image, target, &size, 0, source, width * channels, null);
        if (written == 0) throw new InvalidOperationException($"libpng: {Marshal.PtrToStringUTF8((nint)image.Message)}");
        return file[..(int)size];
    }

    /// <summary>Reads what a PNG or JPEG file says of its picture.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> file)
    {
        if (!IsPng(file)) return JpegCodec.ReadHeader(file);
        var image = new PngImage { Version = PngImageVersion };
        fixed (byte* source = file)
            if (png_image_begin_read_from_memory(&image, source, (nuint)file.Length) == 0) throw Refused(image);
        png_image_free(&image);
        return HeaderOf(image, file.Length);
    }

    /// <summary>Unpacks a PNG or JPEG file, as it is stored: not turned as EXIF asks.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static DecodedImage Decode(ReadOnlySpan<byte> file)
    {
        if (!IsPng(file)) return JpegCodec.Decode(file);
        var image = new PngImage { Version = PngImageVersion };
        fixed (byte* source = file)
        {
            if (png_image_begin_read_from_memory(&image, source, (nuint)file.Length) == 0) throw Refused(image);
            try
            {
                var header = HeaderOf(image, file.Length);
                var rgba = new byte[4 * header.Width * header.Height];
                image.Format = FormatRgba;
                image.Flags |= SixteenBitsAreSrgb;
                fixed (byte* target = rgba)
                    if (png_image_finish_read(&image, null, target, 4 * header.Width, null) == 0) throw Refused(image);
                return new DecodedImage(rgba, header.Width, header.Height);
            }
            finally
            {
                png_image_free(&image);
            }
        }
    }

    private static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    private static ImageHeader HeaderOf(in PngImage image, int bytes) =>
        ImageLimits.Check(new ImageHeader((int)Math.Min(image.Width, int.MaxValue), (int)Math.Min(image.Height, int.MaxValue), (image.Format & FormatColour) == 0), bytes);

    private static InvalidDataException Refused(PngImage image) => new($"damaged PNG ({Marshal.PtrToStringUTF8((nint)image.Message)})");

    [LibraryImport("libpng16.so.16")]
    private static partial int png_image_write_to_memory(PngImage* image, void* memory, nuint* size, int convertTo8Bit, void* buffer, int rowStride, void* colormap);

    [LibraryImport("libpng16.so.16")]
    private static partial int png_image_begin_read_from_memory(PngImage* image, void* memory, nuint size);

    [LibraryImport("libpng16.so.16")]
    private static partial int png_image_finish_read(PngImage* image, void* background, void* buffer, int rowStride, void* colormap);

    [LibraryImport("libpng16.so.16")]
    private static partial void png_image_free(PngImage* image);

    [StructLayout(LayoutKind.Sequential)]
    private struct PngImage
    {
        public nint Opaque;
        public uint Version;
        public uint Width;
        public uint Height;
        public uint Format;
        public uint Flags;
        public uint ColormapEntries;
        public uint WarningOrError;
        public fixed byte Message[64];
    }
}
