using System.Runtime.InteropServices;

namespace GanNotebooks.Visualizers;

// JPEG by the system's libturbojpeg.
internal sealed unsafe partial class SystemCodec
{
    private const int Cmyk = 3, Ycck = 4;
    private const int JpegRgba = 7, JpegCmyk = 11;
    private const int LimitScans = 1 << 15;       // a progressive file of many empty scans would take minutes
    private const int WarningOnly = 0;

    /// <summary>Unpacks the picture; inks become red, green and blue.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    private static DecodedImage DecodeJpeg(ReadOnlySpan<byte> file, ImageHeader header)
    {
        var handle = OpenJpeg();
        try
        {
            var inks = ColoursOf(handle, file, header) is Cmyk or Ycck;
            var rgba = new byte[4 * header.Width * header.Height];
            int failed;
            fixed (byte* source = file, target = rgba)
                failed = tjDecompress2(handle, source, (nuint)file.Length, target, header.Width, 4 * header.Width, header.Height, inks ? JpegCmyk : JpegRgba, LimitScans);
            if (failed != 0) RefuseUnlessWhole(handle, hasHeader: true);
            if (inks) CmykInks.ToRgba(rgba, areInverted: CmykInks.AreInverted(file));
            return new DecodedImage(rgba, header.Width, header.Height);
        }
        finally
        {
            _ = tjDestroy(handle);
        }
    }

    private static nint OpenJpeg()
    {
        try
        {
            var handle = tjInitDecompress();
            return handle != 0 ? handle : throw new InvalidOperationException("libturbojpeg could not be started: out of memory?");
        }
        catch (DllNotFoundException e)
        {
            throw new InvalidDataException("JPEG needs the package libturbojpeg0: run ./gan setup", e);
        }
    }

    private static int ColoursOf(nint handle, ReadOnlySpan<byte> file, ImageHeader header)
    {
        int width = 0, height = 0, subsampling, colours;
        fixed (byte* source = file)
            if (tjDecompressHeader3(handle, source, (nuint)file.Length, &width, &height, &subsampling, &colours) != 0) RefuseUnlessWhole(handle, width > 0);
        // A file with two headers: the buffer was sized by the first.
        return (width, height) == (header.Width, header.Height) ? colours : throw new InvalidDataException("damaged JPEG (it has two headers)");
    }

    /// <summary>Odd bytes between markers are common and harmless; a file that ends early is not.</summary>
    private static void RefuseUnlessWhole(nint handle, bool hasHeader)
    {
        var message = Marshal.PtrToStringUTF8(tjGetErrorStr2(handle)) ?? "unknown";
        if (!hasHeader || tjGetErrorCode(handle) != WarningOnly || message.Contains("remature end", StringComparison.Ordinal))
            throw new InvalidDataException($"damaged JPEG ({message})");
    }

    [LibraryImport("libturbojpeg.so.0")]
    private static partial nint tjInitDecompress();

    [LibraryImport("libturbojpeg.so.0")]
    private static partial int tjDestroy(nint handle);

    // C's unsigned long: as wide as a pointer on every system that has this library under this name.
    [LibraryImport("libturbojpeg.so.0")]
    private static partial int tjDecompressHeader3(nint handle, byte* file, nuint size, int* width, int* height, int* subsampling, int* colours);

    [LibraryImport("libturbojpeg.so.0")]
    private static partial int tjDecompress2(nint handle, byte* file, nuint size, byte* pixels, int width, int pitch, int height, int format, int flags);

    [LibraryImport("libturbojpeg.so.0")]
    private static partial nint tjGetErrorStr2(nint handle);

    [LibraryImport("libturbojpeg.so.0")]
    private static partial int tjGetErrorCode(nint handle);
}
