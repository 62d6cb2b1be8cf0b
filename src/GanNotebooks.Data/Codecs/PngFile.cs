using System.Buffers.Binary;

namespace GanNotebooks.Data;

/// <summary>The parts of a PNG file (ISO/IEC 15948) that make its picture; texts and all other parts are skipped.</summary>
/// <param name="Width">The width in pixels.</param>
/// <param name="Height">The height in pixels.</param>
/// <param name="Bits">Bits per sample: 1, 2, 4, 8 or 16.</param>
/// <param name="Colours">The kind of a pixel's samples.</param>
/// <param name="IsInterlaced">Whether the pixels come in Adam7's seven passes.</param>
internal sealed record PngFile(int Width, int Height, int Bits, PngColours Colours, bool IsInterlaced)
{
    private const int Signature = 8, HeaderBytes = 13, Head = 8, Around = 12;
    private const string TooLong = "a part is longer than the file";
    private readonly List<ArraySegment<byte>> data = [];

    /// <summary>Red, green, blue of each colour number; empty without a palette.</summary>
    public ReadOnlyMemory<byte> Palette { get; private set; }

    /// <summary>The palette's opacities, or the one colour that is transparent; empty without transparency.</summary>
    public ReadOnlyMemory<byte> Transparency { get; private set; }

    /// <summary>Samples per pixel.</summary>
    public int Samples => Colours switch { PngColours.Rgb => 3, PngColours.GreyAlpha => 2, PngColours.RgbAlpha => 4, _ => 1 };

    /// <summary>The picture's size and kind.</summary>
    public ImageHeader Header => new(Width, Height, Colours is PngColours.Grey or PngColours.GreyAlpha);

    /// <summary>Whether a file begins as PNG files do.</summary>
    public static bool Is(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']);

    /// <summary>Finds the parts by their lengths, each of which is checked against the file's end.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or breaks the format's rules.</exception>
    public static PngFile Read(byte[] file)
    {
        PngFile? png = null;
        var tooLong = false;
        for (var at = Signature; at + Around <= file.Length && !tooLong;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            tooLong = length > file.Length - at - Around;
            var type = file.AsSpan(at + 4, 4);
            if (type.SequenceEqual("IEND"u8)) break;
            if (tooLong && type.SequenceEqual("IDAT"u8)) throw new InvalidDataException($"it is cut off: {TooLong}");
            if (tooLong) continue;       // after the pixels that is no harm
            png = Take(png, file, at, (int)length);
            at += Around + (int)length;
        }
        return png is { data.Count: > 0 } ? png : throw new InvalidDataException(png is null ? "it has no header" : tooLong ? TooLong : "it has no pixels");
    }

    /// <summary>The compressed pixels.</summary>
    public Stream OpenData()
    {
        var joined = new MemoryStream(data.Sum(part => part.Count));
        foreach (var part in data) joined.Write(part);
        joined.Position = 0;
        return joined;
    }

    private static PngFile Take(PngFile? png, byte[] file, int at, int length)
    {
        var content = file.AsMemory(at + Head, length);
        switch (file.AsSpan(at + 4, 4))
        {
            case var type when type.SequenceEqual("IHDR"u8):
                if (png is not null) throw new InvalidDataException("it has two headers");
                return ParseHeader(Checked(file, at, content).Span);
            case var _ when png is null:
                throw new InvalidDataException("it has no header");
            case var type when type.SequenceEqual("PLTE"u8):
                if (length % 3 != 0) throw new InvalidDataException("its palette is cut off");
                png.Palette = Checked(file, at, content);
                break;
            case var type when type.SequenceEqual("tRNS"u8):
                png.Transparency = Checked(file, at, content);
                break;
            case var type when type.SequenceEqual("IDAT"u8):
                png.data.Add(new ArraySegment<byte>(file, at + Head, length));       // their own checksum is that of zlib
                break;
        }
        return png;
    }

    private static PngFile ParseHeader(ReadOnlySpan<byte> header)
    {
        if (header.Length != HeaderBytes) throw new InvalidDataException("it has no header");
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var (bits, colours) = (header[8], (PngColours)header[9]);
        var known = colours switch
        {
            PngColours.Grey => bits is 1 or 2 or 4 or 8 or 16,
            PngColours.Palette => bits is 1 or 2 or 4 or 8,
            PngColours.Rgb or PngColours.GreyAlpha or PngColours.RgbAlpha => bits is 8 or 16,
            _ => false,
        };
        if (!known || header[10] != 0 || header[11] != 0 || header[12] > 1) throw new InvalidDataException("its header names a form that PNG does not have");
        return new PngFile(width, height, bits, colours, header[12] == 1);
    }

    private static Memory<byte> Checked(byte[] file, int at, Memory<byte> content)
    {
        var crc = uint.MaxValue;      // CRC-32 as PNG's specification defines it
        foreach (var value in file.AsSpan(at + 4, 4 + content.Length))
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ (0xEDB88320 & (uint)-(int)(crc & 1));
        }
        return ~crc == BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + Head + content.Length)) ? content : throw new InvalidDataException("a checksum is wrong");
    }
}
