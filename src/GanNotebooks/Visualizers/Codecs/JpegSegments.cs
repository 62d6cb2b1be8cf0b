using System.Buffers.Binary;

namespace GanNotebooks.Visualizers;

/// <summary>The segments before a JPEG's pixels: its header, and the notes that programs leave.</summary>
internal static class JpegSegments
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9;
    private const byte HuffmanTables = 0xC4, Extension = 0xC8, ArithmeticTables = 0xCC;

    /// <summary>Finds the first segment with a marker and a beginning.</summary>
    /// <param name="file">The file.</param>
    /// <param name="marker">The segment's second marker byte, such as 0xE1 for APP1.</param>
    /// <param name="start">How its content begins.</param>
    /// <param name="content">What follows that beginning.</param>
    public static bool Find(ReadOnlySpan<byte> file, byte marker, ReadOnlySpan<byte> start, out ReadOnlySpan<byte> content)
    {
        for (var at = 2; Next(file, ref at, out var found, out content);)
        {
            if (found != marker || !content.StartsWith(start)) continue;
            content = content[start.Length..];
            return true;
        }
        content = default;
        return false;
    }

    /// <summary>Finds the frame header: precision, height, width and the number of components.</summary>
    /// <param name="file">The file.</param>
    /// <param name="frame">The segment's content.</param>
    public static bool FindFrame(ReadOnlySpan<byte> file, out ReadOnlySpan<byte> frame)
    {
        for (var at = 2; Next(file, ref at, out var found, out frame);)
            if (found is >= 0xC0 and <= 0xCF and not (HuffmanTables or Extension or ArithmeticTables)) return true;
        return false;
    }

    private static bool Next(ReadOnlySpan<byte> file, scoped ref int at, out byte marker, out ReadOnlySpan<byte> content)
    {
        marker = 0;
        content = default;
        while (at + 1 < file.Length && file[at] == 0xFF && file[at + 1] == 0xFF) at++;       // padding
        if (at + 4 > file.Length || file[at] != 0xFF) return false;
        marker = file[at + 1];
        if (marker is StartOfScan or EndOfImage) return false;
        var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        if (length < 2 || at + 2 + length > file.Length) return false;
        content = file.Slice(at + 4, length - 2);
        at += 2 + length;
        return true;
    }
}
