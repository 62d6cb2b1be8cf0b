using System.Runtime.InteropServices;

namespace GanNotebooks.Visualizers;

internal static partial class ImageCodec
{
    internal static IImageCodec Codec { get; } = new SystemCodec();
}

/// <summary>PNG by the system's libpng (its simplified interface) and JPEG by its libturbojpeg: both report errors as values, never by jumping.</summary>
internal sealed unsafe partial class SystemCodec : IImageCodec
{
    private const uint PngImageVersion = 1;
    private const uint PngGrey = 0, PngColour = 2, PngRgba = 3;
    private const uint SixteenBitsAreSrgb = 4;
    private const int Overhead = 1 << 12;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">libpng refused.</exception>
    public byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        var image = new PngImage { Version = PngImageVersion, Width = (uint)width, Height = (uint)height, Format = channels == 1 ? PngGrey : PngColour };
        var file = new byte[pixels.Length + pixels.Length / 100 + height + Overhead];      // deflate's worst case
        var size = (nuint)file.Length;
        int written;
        fixed (byte* source = pixels, target = file)
            written = png_image_write_to_memory(&image, target, &size, 0, source, width * channels, null);
        if (written == 0) throw new InvalidOperationException($"libpng: {Marshal.PtrToStringUTF8((nint)image.Message)}");
        return file[..(int)size];
    }

    /// <inheritdoc/>
    public byte[] EncodeGif(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths) =>
        GifFile.Of(frames, width, height, channels, hundredths);

    /// <inheritdoc/>
    public DecodedImage Decode(ReadOnlySpan<byte> file, ImageHeader header)
    {
        if (!ImageHeader.IsPng(file)) return DecodeJpeg(file, header);
        var image = new PngImage { Version = PngImageVersion };
        fixed (byte* source = file)
        {
            if (png_image_begin_read_from_memory(&image, source, (nuint)file.Length) == 0) throw Refused(image);
            try
            {
                if ((image.Width, image.Height) != ((uint)header.Width, (uint)header.Height)) throw new InvalidDataException("damaged PNG (it has two headers)");
                var rgba = new byte[4 * header.Width * header.Height];
                image.Format = PngRgba;
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
