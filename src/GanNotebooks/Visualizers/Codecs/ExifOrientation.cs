using System.Buffers.Binary;

namespace GanNotebooks.Visualizers;

/// <summary>How a camera was held: EXIF's orientation tag, which viewers obey.</summary>
internal static class ExifOrientation
{
    private const int Upright = 1;
    private const ushort OrientationTag = 0x0112;

    /// <summary>Reads the orientation, 1 (upright) to 8; 1 when the file has none.</summary>
    public static int Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) || !JpegSegments.Find(file, 0xE1, "Exif\0\0"u8, out var tiff) || tiff.Length < 8) return Upright;
        var little = tiff[0] == (byte)'I';
        var offset = little ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (offset > tiff.Length - 2) return Upright;
        var entries = tiff[(int)offset..];
        var count = Short(entries, little);
        for (var i = 0; i < count && 2 + (12 * (i + 1)) <= entries.Length; i++)
        {
            var entry = entries.Slice(2 + (12 * i), 12);
            if (Short(entry, little) == OrientationTag)
                return Short(entry[8..], little) is >= 1 and <= 8 and var orientation ? orientation : Upright;
        }
        return Upright;
    }

    /// <summary>The picture as it was seen.</summary>
    public static DecodedImage Apply(DecodedImage image, int orientation)
    {
        if (orientation == Upright) return image;
        var (w, h) = (image.Width, image.Height);
        var sideways = orientation >= 5;
        var (width, height) = sideways ? (h, w) : (w, h);
        var turned = new byte[image.Rgba.Length];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (sx, sy) = orientation switch
                {
                    2 => (w - 1 - x, y),
                    3 => (w - 1 - x, h - 1 - y),
                    4 => (x, h - 1 - y),
                    5 => (y, x),
                    6 => (y, h - 1 - x),
                    7 => (w - 1 - y, h - 1 - x),
                    _ => (w - 1 - y, x),
                };
                image.Rgba.AsSpan(4 * ((sy * w) + sx), 4).CopyTo(turned.AsSpan(4 * ((y * width) + x)));
            }
        }
        return new DecodedImage(turned, width, height);
    }

    private static ushort Short(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
