using System.Buffers.Binary;

namespace GanNotebooks.Data.Tests;

/// <summary>A reader of GIF files written from the specification, not from the writer: frames as red, green, blue.</summary>
internal sealed class GifReader
{
    private readonly byte[] file;
    private int at = 13;
    private byte[] palette = [];
    private byte[] canvas = [];
    private int transparent = -1;

    private GifReader(byte[] file) => this.file = file;

    public int Width => Number(6);

    public int Height => Number(8);

    public List<byte[]> Frames { get; } = [];

    public List<int> Hundredths { get; } = [];

    /// <summary>How often it is shown again; 0 for ever, null once.</summary>
    public int? Repeats { get; private set; }

    public static GifReader Read(byte[] file)
    {
        Assert.Equal("GIF89a"u8.ToArray(), file[..6]);
        var reader = new GifReader(file);
        reader.canvas = new byte[3 * reader.Width * reader.Height];
        reader.palette = reader.Palette(file[10]);
        while (file[reader.at] != ';')
        {
            if (file[reader.at++] == '!') reader.Extension(file[reader.at++]);
            else reader.Frame();
        }
        Assert.Equal(file.Length - 1, reader.at);
        return reader;
    }

    /// <summary>Indices out of LZW data: the code size, the blocks, and the empty block that ends them.</summary>
    public static byte[] Decompress(byte[] data)
    {
        var codeSize = data[0];
        var bytes = new List<byte>();
        for (var at = 1; data[at] != 0; at += data[at] + 1) bytes.AddRange(data.AsSpan(at + 1, data[at]));
        var (clear, end) = (1 << codeSize, (1 << codeSize) + 1);
        var (position, width) = (0, codeSize + 1);
        var table = new List<byte[]>();
        var output = new List<byte>();
        byte[]? before = null;
        void Reset()
        {
            table.Clear();
            for (var i = 0; i < clear + 2; i++) table.Add(i < clear ? [(byte)i] : []);
            (width, before) = (codeSize + 1, null);
        }
        Reset();
        while (true)
        {
            var code = 0;
            for (var bit = 0; bit < width; bit++, position++) code |= ((bytes[position / 8] >> (position % 8)) & 1) << bit;
            if (code == end) return [.. output];
            if (code == clear)
            {
                Reset();
                continue;
            }
            var word = code < table.Count ? table[code] : [.. before!, before![0]];
            if (before is not null && table.Count < 4096) table.Add([.. before, word[0]]);
            if (table.Count == 1 << width && width < 12) width++;
            output.AddRange(word);
            before = word;
        }
    }

    private void Extension(int label)
    {
        var content = file.AsSpan(at + 1, file[at]);
        if (label == 0xF9)
        {
            Hundredths.Add(Number(at + 2));
            transparent = (content[0] & 1) == 1 ? content[3] : -1;
        }
        if (label == 0xFF && content.SequenceEqual("NETSCAPE2.0"u8)) Repeats = Number(at + content.Length + 3);
        SkipBlocks();
    }

    private void Frame()
    {
        var (left, top, width, height, flags) = (Number(at), Number(at + 2), Number(at + 4), Number(at + 6), file[at + 8]);
        Assert.Equal(0, flags & 0x40);      // no interlacing
        at += 9;
        var colours = (flags & 0x80) != 0 ? Palette(flags) : palette;
        var start = at++;
        SkipBlocks();
        var indices = Decompress(file[start..at]);
        Assert.Equal(width * height, indices.Length);
        for (var i = 0; i < indices.Length; i++)
        {
            if (indices[i] == transparent) continue;
            var target = 3 * ((top + i / width) * Width + left + i % width);
            colours.AsSpan(3 * indices[i], 3).CopyTo(canvas.AsSpan(target));
        }
        Frames.Add([.. canvas]);
    }

    private byte[] Palette(int flags)
    {
        var bytes = (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;
        at += bytes;
        return file[(at - bytes)..at];
    }

    private void SkipBlocks()
    {
        while (file[at] != 0) at += file[at] + 1;
        at++;
    }

    private int Number(int position) => BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(position));
}
