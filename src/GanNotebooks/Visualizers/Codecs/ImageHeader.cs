using System.Buffers.Binary;

namespace GanNotebooks.Visualizers;

/// <summary>What a picture's file says of it before its pixels. Read by code of our own: what it promises is judged before any library spends memory on it.</summary>
/// <param name="Width">Pixels a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="IsGrey">Whether it has no colours.</param>
internal readonly record struct ImageHeader(int Width, int Height, bool IsGrey)
{
    private const int PngHeaderBytes = 33, PngGrey = 0, PngGreyAndOpacity = 4;
    private const int JpegFrameBytes = 6;

    /// <summary>Reads what a PNG or JPEG file says of its picture.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">It is neither, is damaged, or too large.</exception>
    public static ImageHeader Read(ReadOnlySpan<byte> file) => ImageLimits.Check(IsPng(file) ? OfPng(file) : OfJpeg(file), file.Length);

    /// <summary>Whether a file begins as PNG files do.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    private static ImageHeader OfPng(ReadOnlySpan<byte> file)
    {
        if (file.Length < PngHeaderBytes || !file[12..].StartsWith("IHDR"u8)) throw new InvalidDataException("damaged PNG (it has no header)");
        return new ImageHeader(Size(file[16..]), Size(file[20..]), file[25] is PngGrey or PngGreyAndOpacity);
    }

    private static ImageHeader OfJpeg(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8])) throw new InvalidDataException("neither PNG nor JPEG");
        if (!JpegSegments.FindFrame(file, out var frame) || frame.Length < JpegFrameBytes) throw new InvalidDataException("damaged JPEG (it has no header)");
        return new ImageHeader(BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), frame[5] == 1);
    }

    private static int Size(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);
}
