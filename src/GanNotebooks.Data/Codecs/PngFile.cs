using System.Buffers.Binary;
using System.IO.Compression;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data;

/// <summary>What ImageSharp 2.1 must be kept from in PNG files.</summary>
internal static class PngFile
{
    private const int Signature = 8, FirstType = 12, FirstContent = 16, Interlacing = 28, ChunkBytes = 12;

    // Adam7: where each pass begins and how far apart its pixels are.
    private static readonly (int Left, int Top, int Across, int Down)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Whether a file begins as PNG files do.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    /// <summary>Whether the pixels of a checked file come in Adam7's seven passes.</summary>
    public static bool IsInterlaced(ReadOnlySpan<byte> file) => file[Interlacing] != 0;

    /// <summary>Refuses a file that is cut off, which the decoder would take in part; or has a second header, whose pixels it would write beyond the first one's memory.</summary>
    /// <exception cref="InvalidDataException">It is so.</exception>
    public static void Check(ReadOnlySpan<byte> file)
    {
        if (file.Length <= Interlacing || !file[FirstType..].StartsWith("IHDR"u8)) throw new InvalidDataException("it has no header");
        if (file.LastIndexOf("IEND"u8) < 0) throw new InvalidDataException("it is cut off");
        // Looked for everywhere, since the decoder may take bytes inside a chunk for another; compressed data look like a header by chance once in millions of files.
        for (var at = FirstContent; file[at..].IndexOf("IHDR"u8) is >= 0 and var skip; at += skip + 4)
            if (BinaryPrimitives.ReadUInt32BigEndian(file[(at + skip - 4)..]) < file.Length) throw new InvalidDataException("it has two headers");
    }

    /// <summary>Decodes an interlaced file pass by pass: the decoder's own loop never ends where pixels are missing, and misreads pictures less than five pixels wide.</summary>
    /// <param name="file">A checked file.</param>
    /// <param name="decoders">What decodes a pass, which is a plain PNG of its own.</param>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static Image<Rgba32> DecodeInterlaced(byte[] file, Configuration decoders)
    {
        var header = file.AsSpan(FirstContent, 13).ToArray();
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4)));
        var bits = header[8] * header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var colours = Chunks(file, "PLTE"u8, whole: true).Concat(Chunks(file, "tRNS"u8, whole: true)).ToArray();
        using var lines = new ZLibStream(new MemoryStream(Chunks(file, "IDAT"u8, whole: false)), CompressionMode.Decompress);
        var picture = new Rgba32[width * height];
        foreach (var (left, top, across, down) in Passes)
        {
            var (columns, rows) = ((width - left + across - 1) / across, (height - top + down - 1) / down);
            if (columns < 1 || rows < 1) continue;
            var pixels = new byte[rows * (1 + (int)(((long)columns * bits + 7) / 8))];
            lines.ReadExactly(pixels);
            using var pass = Image.Load<Rgba32>(decoders, Plain(header, columns, rows, colours, pixels));
            for (var y = 0; y < rows; y++)
                for (var x = 0; x < columns; x++) picture[(top + y * down) * width + left + x * across] = pass[x, y];
        }
        return Image.LoadPixelData(decoders, picture, width, height);
    }

    private static byte[] Chunks(ReadOnlySpan<byte> file, ReadOnlySpan<byte> type, bool whole)
    {
        var found = new MemoryStream();
        for (var at = Signature; at + ChunkBytes <= file.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(file[at..]), int.MaxValue);
            if (length > file.Length - at - ChunkBytes) throw new InvalidDataException("a part is longer than the file");
            if (file.Slice(at + 4, 4).SequenceEqual(type)) found.Write(whole ? file.Slice(at, ChunkBytes + length) : file.Slice(at + 8, length));
            at += ChunkBytes + length;
        }
        return found.ToArray();
    }

    private static byte[] Plain(byte[] header, int width, int height, byte[] colours, byte[] pixels)
    {
        byte[] plain = [.. header.AsSpan(0, 12), 0];
        BinaryPrimitives.WriteInt32BigEndian(plain, width);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(4), height);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true)) zlib.Write(pixels);
        return [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR"u8, plain), .. colours, .. Chunk("IDAT"u8, packed.ToArray()), .. Chunk("IEND"u8, [])];
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        byte[] chunk = [0, 0, 0, 0, .. type, .. content, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + content.Length), Checksum(chunk.AsSpan(4, 4 + content.Length)));
        return chunk;
    }

    // CRC-32 as PNG's specification defines it.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc;
    }
}
