using System.Buffers.Binary;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data.Tests;

/// <summary>Every form of pixels that PNG has: colours, depths, passes, filters, transparency.</summary>
public class PngPixelsTests
{
    private const int Width = 11, Height = 9;
    private static readonly (int Left, int Top, int Across, int Down)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    public static TheoryData<int, int> Forms => new()
    {
        { 0, 1 }, { 0, 2 }, { 0, 4 }, { 0, 8 }, { 0, 16 }, { 2, 8 }, { 2, 16 }, { 3, 1 }, { 3, 2 }, { 3, 4 }, { 3, 8 }, { 4, 8 }, { 4, 16 }, { 6, 8 }, { 6, 16 },
    };

    [Theory, MemberData(nameof(Forms))]
    public void Every_form_gives_its_colours_plain_and_interlaced(int colours, int bits)
    {
        var palette = Enumerable.Range(0, 3 << Math.Min(bits, 8)).Select(i => (byte)(i * 37 + 5)).ToArray();
        byte[] opacities = [200, 100, 0];
        foreach (var interlaced in new[] { false, true })
        {
            foreach (var isTransparent in new[] { false, true })
            {
                var chunks = new List<byte[]> { PngBuilder.Header(Width, Height, bits, colours, interlaced) };
                if (colours == 3) chunks.Add(PngBuilder.Chunk("PLTE", palette));
                // The colour of the pixel at (4, 3); the one beside it differs from it in the last bit at most.
                var key = Enumerable.Range(0, Samples(colours)).Select(s => Value(4, 3, s, bits)).ToArray();
                if (isTransparent && colours == 3) chunks.Add(PngBuilder.Chunk("tRNS", opacities));
                if (isTransparent && colours is 0 or 2) chunks.Add(PngBuilder.Chunk("tRNS", [.. key.SelectMany(value => new[] { (byte)(value >> 8), (byte)value })]));
                using var picture = ImageCodec.Decode(PngBuilder.File([.. chunks, PngBuilder.Data(Lines(colours, bits, interlaced)), PngBuilder.End]));
                for (var y = 0; y < Height; y++)
                    for (var x = 0; x < Width; x++) Assert.Equal(Expected(x, y, isTransparent && colours is 0 or 2 ? key : null), picture[x, y]);

                Rgba32 Expected(int x, int y, int[]? clear)
                {
                    var v = Enumerable.Range(0, Samples(colours)).Select(s => Value(x, y, s, bits)).ToArray();
                    if (colours == 3) return new Rgba32(palette[3 * v[0]], palette[3 * v[0] + 1], palette[3 * v[0] + 2], isTransparent && v[0] < 3 ? opacities[v[0]] : (byte)255);
                    var most = (1 << bits) - 1;
                    byte To8(int value) => (byte)Math.Floor(value * 255.0 / most + 0.5);
                    var opacity = colours is 4 or 6 ? To8(v[^1]) : clear is not null && v.SequenceEqual(clear) ? (byte)0 : (byte)255;
                    return colours is 2 or 6 ? new Rgba32(To8(v[0]), To8(v[1]), To8(v[2]), opacity) : new Rgba32(To8(v[0]), To8(v[0]), To8(v[0]), opacity);
                }
            }
        }
    }

    [Fact]
    public void Every_filter_is_undone()
    {
        // Each line is the one above, filtered so that what is stored is worked out by hand: sections 9.2 to 9.4 of the specification.
        byte[] lines = [0, 10, 20, 30, 1, 5, 5, 5, 2, 1, 1, 1, 3, 4, 4, 4, 4, 2, 2, 2];
        using var picture = ImageCodec.Decode(PngBuilder.File(PngBuilder.Header(3, 5), PngBuilder.Data(lines), PngBuilder.End));
        int[][] expected = [[10, 20, 30], [5, 10, 15], [6, 11, 16], [7, 13, 18], [9, 15, 20]];
        for (var y = 0; y < 5; y++)
            for (var x = 0; x < 3; x++) Assert.Equal(expected[y][x], picture[x, y].R);
        Assert.Contains("filter 5", Assert.Throws<InvalidDataException>(() => ImageCodec.Decode(PngBuilder.File(PngBuilder.Header(1, 1), PngBuilder.Data([5, 0]), PngBuilder.End))).Message, StringComparison.Ordinal);
    }

    private static int Samples(int colours) => colours switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    private static int Value(int x, int y, int sample, int bits) => (x + (13 * y) + (7 * sample) + (bits == 16 ? 301 * y : 0) + 0x1234) * (bits == 16 ? 3 : 1) & ((1 << bits) - 1);

    private static byte[] Lines(int colours, int bits, bool interlaced)
    {
        var lines = new List<byte>();
        foreach (var (left, top, across, down) in interlaced ? Passes : [(0, 0, 1, 1)])
        {
            for (var y = top; y < Height && left < Width; y += down)
            {
                var values = new List<int>();
                for (var x = left; x < Width; x += across) values.AddRange(Enumerable.Range(0, Samples(colours)).Select(s => Value(x, y, s, bits)));
                lines.Add(0);
                lines.AddRange(Pack(values, bits));
            }
        }
        return [.. lines];
    }

    private static byte[] Pack(List<int> values, int bits)
    {
        var packed = new byte[(values.Count * bits + 7) / 8];
        for (var i = 0; i < values.Count; i++)
        {
            if (bits == 16) BinaryPrimitives.WriteUInt16BigEndian(packed.AsSpan(2 * i), (ushort)values[i]);
            else packed[i * bits / 8] |= (byte)(values[i] << (8 - bits - i * bits % 8));
        }
        return packed;
    }
}
