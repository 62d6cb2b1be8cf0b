using System.Buffers.Binary;

namespace GanNotebooks.Visualizers;

/// <summary>The segments before a JPEG's pixels, where programs leave their notes.</summary>
internal static class JpegSegments
{
    private const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>Finds the first segment with a marker and a beginning.</summary>
    /// <param name="file">The file.</param>
    /// <param name="marker">The segment's second marker byte, such as 0xE1 for APP1.</param>
    /// <param name="start">How its content begins.</param>
    /// <param name="content">What follows that beginning.</param>
    public static bool Find(ReadOnlySpan<byte> file, byte marker, ReadOnlySpan<byte> start, out ReadOnlySpan<byte> content)
    {
        content = default;
        var at = 2;
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var found = file[at + 1];
            if (found == 0xFF) { at++; continue; }       // padding
            if (found is StartOfScan or EndOfImage) return false;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
            if (length < 2 || at + 2 + length > file.Length) return false;
            var segment = file.Slice(at + 4, length - 2);
            if (found == marker && segment.StartsWith(start))
            {
                content = segment[start.Length..];
                return true;
            }
            at += 2 + length;
        }
        return false;
    }
}
