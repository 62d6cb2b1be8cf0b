using System.Buffers.Binary;

namespace GanNotebooks.Visualizers;

/// <summary>Writes animated GIF files: GIF89a specification.</summary>
internal static class GifFile
{
    /// <inheritdoc cref="IImageCodec.EncodeGif"/>
    public static byte[] Of(IReadOnlyList<byte[]> frames, int width, int height, int channels, int hundredths)
    {
        var file = new MemoryStream();
        var palette = new GifPalette(channels);
        WriteHeader(file, width, height, palette);
        foreach (var frame in frames) WriteFrame(file, palette.IndicesOf(frame), width, height, hundredths);
        file.WriteByte((byte)';');
        return file.ToArray();
    }

    private static void WriteHeader(Stream file, int width, int height, GifPalette palette)
    {
        file.Write("GIF89a"u8);
        WriteNumbers(file, width, height);
        file.Write([0xF7, 0, 0]);                                               // 256 colours for all frames
        file.Write(palette.ToBytes());
        file.Write([0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0]);        // repeat for ever
    }

    private static void WriteFrame(Stream file, ReadOnlySpan<byte> indices, int width, int height, int hundredths)
    {
        file.Write([0x21, 0xF9, 4, 0]);
        WriteNumbers(file, hundredths);
        file.Write([0, 0, (byte)',']);
        WriteNumbers(file, 0, 0, width, height);
        file.WriteByte(0);
        GifCompressor.Write(indices, file);
    }

    private static void WriteNumbers(Stream file, params ReadOnlySpan<int> numbers)
    {
        Span<byte> two = stackalloc byte[2];
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(two, checked((ushort)number));
            file.Write(two);
        }
    }
}
