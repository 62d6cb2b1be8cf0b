using System.Runtime.InteropServices;

namespace GanNotebooks.Visualizers;

/// <summary>PNG by the system's libpng (its simplified interface).</summary>
internal static unsafe partial class ImageCodec
{
    private const uint PngImageVersion = 1;
    private const uint FormatGrey = 0;
    private const uint FormatRgb = 2;
    private const int Overhead = 1 << 12;

    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <exception cref="InvalidOperationException">libpng refused.</exception>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        var image = new PngImage { Version = PngImageVersion, Width = (uint)width, Height = (uint)height, Format = channels == 1 ? FormatGrey : FormatRgb };
        var file = new byte[pixels.Length + pixels.Length / 100 + height + Overhead];      // deflate's worst case
        var size = (nuint)file.Length;
        int written;
        fixed (byte* source = pixels, target = file)
            written = png_image_write_to_memory(&image, target, &size, 0, source, width * channels, null);
        if (written == 0) throw new InvalidOperationException($"libpng: {Marshal.PtrToStringUTF8((nint)image.Message)}");
        return file[..(int)size];
    }

    [LibraryImport("libpng16.so.16")]
    private static partial int png_image_write_to_memory(PngImage* image, void* memory, nuint* size, int convertTo8Bit, void* buffer, int rowStride, void* colormap);

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
