using System.Runtime.InteropServices;

namespace GanNotebooks.Visualizers;

/// <summary>JPEG by the system's libturbojpeg.</summary>
internal static unsafe partial class JpegCodec
{
    private const int Grey = 2, Cmyk = 3, Ycck = 4;
    private const int FormatRgba = 7, FormatCmyk = 11;
    private const int LimitScans = 1 << 15;       // a progressive file of many empty scans would take minutes
    private const int WarningOnly = 0;

    /// <summary>Reads what the file says of its picture.</summary>
    /// <exception cref="InvalidDataException">It is no JPEG, is damaged, or too large.</exception>
    public static ImageHeader ReadHeader(ReadOnlySpan<byte> file)
    {
        var handle = Open(file);
        try
        {
            return ReadHeader(handle, file, out _);
        }
        finally
        {
            _ = tjDestroy(handle);
        }
    }

    /// <summary>Unpacks the picture; inks become red, green and blue.</summary>
    /// <exception cref="InvalidDataException">It is no JPEG, is damaged, or too large.</exception>
    public static DecodedImage Decode(ReadOnlySpan<byte> file)
    {
        var handle = Open(file);
        try
        {
            var header = ReadHeader(handle, file, out var colours);
            var inks = colours is Cmyk or Ycck;
            var rgba = new byte[4 * header.Width * header.Height];
            int failed;
            fixed (byte* source = file, target = rgba)
                failed = tjDecompress2(handle, source, (nuint)file.Length, target, header.Width, 4 * header.Width, header.Height, inks ? FormatCmyk : FormatRgba, LimitScans);
            if (failed != 0) RefuseUnlessWhole(handle, hasHeader: true);
            if (inks) CmykInks.ToRgba(rgba, areInverted: CmykInks.AreInverted(file));
            return new DecodedImage(rgba, header.Width, header.Height);
        }
        finally
        {
            _ = tjDestroy(handle);
        }
    }

    private static nint Open(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) throw new InvalidDataException("neither PNG nor JPEG");
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

    private static ImageHeader ReadHeader(nint handle, ReadOnlySpan<byte> file, out int colours)
    {
        int width = 0, height = 0, subsampling, found;
        fixed (byte* source = file)
            if (tjDecompressHeader3(handle, source, (nuint)file.Length, &width, &height, &subsampling, &found) != 0) RefuseUnlessWhole(handle, width > 0);
        colours = found;
        return ImageLimits.Check(new ImageHeader(width, height, found == Grey), file.Length);
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
