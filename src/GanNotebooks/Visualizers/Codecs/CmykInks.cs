namespace GanNotebooks.Visualizers;

/// <summary>Printers' inks as screens' colours.</summary>
internal static class CmykInks
{
    /// <summary>Whether a JPEG stores its inks inverted: all that Adobe's programs wrote do, and they sign with an APP14 segment.</summary>
    public static bool AreInverted(ReadOnlySpan<byte> file) => JpegSegments.Find(file, 0xEE, "Adobe"u8, out _);

    /// <summary>Turns cyan, magenta, yellow and black, 4 bytes a pixel, into red, green, blue and full opacity, in place.</summary>
    public static void ToRgba(Span<byte> pixels, bool areInverted)
    {
        for (var i = 0; i + 3 < pixels.Length; i += 4)
        {
            var black = areInverted ? pixels[i + 3] : 255 - pixels[i + 3];
            for (var c = 0; c < 3; c++)
                pixels[i + c] = (byte)(((areInverted ? pixels[i + c] : 255 - pixels[i + c]) * black + 127) / 255);
            pixels[i + 3] = 255;
        }
    }
}
