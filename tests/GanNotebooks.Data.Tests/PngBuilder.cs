using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace GanNotebooks.Data.Tests;

/// <summary>PNG files put together chunk by chunk, right or wrong.</summary>
internal static class PngBuilder
{
    private static readonly (int Left, int Top, int Across, int Down)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>A file of these chunks with the right checksums.</summary>
    public static byte[] File(params byte[][] chunks)
    {
        byte[] file = [0x89, .. "PNG\r\n\x1A\n"u8, .. chunks.SelectMany(chunk => chunk)];
        PngChecksums.Repair(file);
        return file;
    }

    public static byte[] Chunk(string type, byte[] content)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        return chunk;
    }

    public static byte[] Header(int width, int height, int bits = 8, int colourType = 0, bool interlaced = false)
    {
        byte[] content = [0, 0, 0, 0, 0, 0, 0, 0, (byte)bits, (byte)colourType, 0, 0, interlaced ? (byte)1 : (byte)0];
        BinaryPrimitives.WriteInt32BigEndian(content, width);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4), height);
        return Chunk("IHDR", content);
    }

    public static byte[] Data(byte[] lines)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(lines);
        return Chunk("IDAT", packed.ToArray());
    }

    public static byte[] End => Chunk("IEND", []);

    /// <summary>A grey picture of which every pixel has its own brightness, <see cref="Light"/>.</summary>
    public static byte[] Grey(int width, int height, bool interlaced) => File(Header(width, height, interlaced: interlaced), Data(Lines(width, height, interlaced)), End);

    public static byte Light(int x, int y) => (byte)(7 * x + 29 * y);

    /// <summary>The lines of <see cref="Grey"/>, pass after pass.</summary>
    public static byte[] Lines(int width, int height, bool interlaced)
    {
        var lines = new List<byte>();
        foreach (var (left, top, across, down) in interlaced ? Passes : [(0, 0, 1, 1)])
        {
            for (var y = top; y < height && left < width; y += down)
            {
                lines.Add(0);      // no filter
                for (var x = left; x < width; x += across) lines.Add(Light(x, y));
            }
        }
        return [.. lines];
    }
}
