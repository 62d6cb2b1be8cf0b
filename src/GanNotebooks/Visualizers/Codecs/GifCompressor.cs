namespace GanNotebooks.Visualizers;

/// <summary>LZW as GIF has it: codes of growing width, the lowest bits first, in blocks of up to 255 bytes. GIF89a specification, appendix F.</summary>
internal static class GifCompressor
{
    private const int ColorBits = 8, Clear = 1 << ColorBits, End = Clear + 1;
    private const int LongestCode = 12, Longest = 1 << LongestCode, BlockSize = 255;

    /// <summary>Compresses indices of 256 colours.</summary>
    /// <param name="indices">Row by row, at least one.</param>
    /// <param name="target">Where the image data go: the code size, the blocks, and the empty block that ends them.</param>
    public static void Write(ReadOnlySpan<byte> indices, Stream target)
    {
        var bits = new BitWriter();
        var table = new Dictionary<(int Prefix, byte Next), int>();
        var (width, next) = (ColorBits + 1, End + 1);
        bits.Add(Clear, width);
        int prefix = indices[0];
        foreach (var index in indices[1..])
        {
            if (table.TryGetValue((prefix, index), out var longer))
            {
                prefix = longer;
                continue;
            }
            bits.Add(prefix, width);
            if (next < Longest)
            {
                if (next == 1 << width) width++;       // the decoder knows this code one step later
                table[(prefix, index)] = next++;
            }
            else
            {
                bits.Add(Clear, width);
                table.Clear();
                (width, next) = (ColorBits + 1, End + 1);
            }
            prefix = index;
        }
        bits.Add(prefix, width);
        if (next == 1 << width && width < LongestCode) width++;
        bits.Add(End, width);
        WriteBlocks(bits.ToArray(), target);
    }

    private static void WriteBlocks(ReadOnlySpan<byte> data, Stream target)
    {
        target.WriteByte(ColorBits);
        for (; !data.IsEmpty; data = data[Math.Min(BlockSize, data.Length)..])
        {
            var block = data[..Math.Min(BlockSize, data.Length)];
            target.WriteByte((byte)block.Length);
            target.Write(block);
        }
        target.WriteByte(0);
    }

    private sealed class BitWriter
    {
        private readonly List<byte> bytes = [];
        private int pending, count;

        public void Add(int code, int width)
        {
            pending |= code << count;
            for (count += width; count >= 8; count -= 8, pending >>= 8) bytes.Add((byte)pending);
        }

        public byte[] ToArray() => count > 0 ? [.. bytes, (byte)pending] : [.. bytes];
    }
}
