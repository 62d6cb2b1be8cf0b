using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data;

/// <summary>
/// Decodes the pixels of PNG files. ImageSharp 2.1 does not read all of them right: a transparent colour of sixteen bits, colour numbers beyond the
/// palette, interlaced pictures less than five pixels wide; and where interlaced pixels are missing, its loop never ends.
/// </summary>
internal sealed class PngPixels
{
    private static readonly (int Left, int Top, int Across, int Down)[] Whole = [(0, 0, 1, 1)];

    // Adam7: where each pass begins and how far apart its pixels are.
    private static readonly (int Left, int Top, int Across, int Down)[] Passes = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private readonly PngFile png;
    private readonly Rgba32[] palette = [.. Enumerable.Repeat(new Rgba32(0, 0, 0), 256)];       // colours beyond the file's own palette are black
    private readonly int[]? transparent;

    private PngPixels(PngFile png)
    {
        this.png = png;
        var colours = png.Palette.Span;
        var opacities = png.Transparency.Span;
        for (var i = 0; i < Math.Min(palette.Length, colours.Length / 3); i++)
            palette[i] = new Rgba32(colours[3 * i], colours[3 * i + 1], colours[3 * i + 2], i < opacities.Length ? opacities[i] : byte.MaxValue);
        if (png.Colours is PngColours.Grey or PngColours.Rgb && opacities.Length >= 2 * png.Samples)
            transparent = [.. Enumerable.Range(0, png.Samples).Select(i => BinaryPrimitives.ReadUInt16BigEndian(png.Transparency.Span[(2 * i)..]) & ((1 << png.Bits) - 1))];
    }

    /// <summary>Decodes a picture.</summary>
    /// <param name="png">The file, whose size has been checked.</param>
    /// <param name="memory">Where the picture's memory comes from.</param>
    /// <exception cref="InvalidDataException">The pixels are damaged, or there are too few.</exception>
    public static Image<Rgba32> Decode(PngFile png, Configuration memory)
    {
        if (png.Colours == PngColours.Palette && png.Palette.IsEmpty) throw new InvalidDataException("it has no palette");
        Image<Rgba32>? unfinished = null;
        try
        {
            var picture = unfinished = new Image<Rgba32>(memory, png.Width, png.Height);
            using var lines = new ZLibStream(png.OpenData(), CompressionMode.Decompress);
            picture.ProcessPixelRows(rows => new PngPixels(png).Read(lines, rows));
            lines.ReadByte();       // at the end zlib compares its checksum
            unfinished = null;
            return picture;
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("it is cut off: it has fewer pixels than its header says", e);
        }
        finally
        {
            unfinished?.Dispose();
        }
    }

    private void Read(ZLibStream lines, PixelAccessor<Rgba32> rows)
    {
        var bits = png.Bits * png.Samples;
        foreach (var (left, top, across, down) in png.IsInterlaced ? Passes : Whole)
        {
            var columns = (png.Width - left + across - 1) / across;
            if (columns < 1) continue;
            var bytes = (int)(((long)columns * bits + 7) / 8);
            var (line, above) = (new byte[1 + bytes], new byte[1 + bytes]);      // the filter's number, then the samples
            for (var y = top; y < png.Height; y += down)
            {
                lines.ReadExactly(line);
                Unfilter(line[0], line.AsSpan(1), above.AsSpan(1), Math.Max(1, bits / 8));
                var row = rows.GetRowSpan(y);
                if (png.Colours == PngColours.RgbAlpha && png.Bits == 8 && across == 1) MemoryMarshal.Cast<byte, Rgba32>(line.AsSpan(1)).CopyTo(row);
                else for (var i = 0; i < columns; i++) row[left + i * across] = Pixel(line.AsSpan(1), i);
                (line, above) = (above, line);
            }
        }
    }

    // Section 9 of the specification.
    private static void Unfilter(byte filter, Span<byte> line, ReadOnlySpan<byte> above, int step)
    {
        if (filter > 4) throw new InvalidDataException($"its pixels name the filter {filter}; expected 0 to 4");
        for (var i = filter == 1 ? step : 0; i < line.Length && filter != 0; i++)
        {
            var (left, up, corner) = i < step ? (0, above[i], 0) : (line[i - step], above[i], above[i - step]);
            line[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, _ => Paeth(left, up, corner) });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (toLeft, toUp, toCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - 2 * corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private Rgba32 Pixel(ReadOnlySpan<byte> line, int i)
    {
        if (png.Colours == PngColours.Palette) return palette[Sample(line, i)];
        var first = i * png.Samples;
        var isRgb = png.Colours is PngColours.Rgb or PngColours.RgbAlpha;
        var red = Sample(line, first);
        var (green, blue) = isRgb ? (Sample(line, first + 1), Sample(line, first + 2)) : (red, red);
        var opacity = png.Colours is PngColours.GreyAlpha or PngColours.RgbAlpha ? Byte(Sample(line, first + png.Samples - 1))
            : transparent is not null && transparent[0] == red && (!isRgb || (transparent[1] == green && transparent[2] == blue)) ? (byte)0 : byte.MaxValue;
        return new Rgba32(Byte(red), Byte(green), Byte(blue), opacity);
    }

    private int Sample(ReadOnlySpan<byte> line, int i) => png.Bits switch
    {
        8 => line[i],
        16 => BinaryPrimitives.ReadUInt16BigEndian(line[(2 * i)..]),
        var bits => line[(int)((long)i * bits / 8)] >> (8 - bits - (int)((long)i * bits % 8)) & ((1 << bits) - 1),
    };

    private byte Byte(int sample) => png.Bits switch
    {
        8 => (byte)sample,
        16 => (byte)((sample * 255 + 32767) / 65535),
        var bits => (byte)(sample * 255 / ((1 << bits) - 1)),
    };
}
