namespace GanNotebooks.Visualizers;

/// <summary>The 256 colours of an animation: all greys for grey images, else six reds by seven greens by six blues and a few unused.</summary>
/// <param name="channels">1 for grey, 3 for red, green, blue.</param>
internal sealed class GifPalette(int channels)
{
    private const int Reds = 6, Greens = 7, Blues = 6, Colors = 256;

    /// <summary>256 colours of three bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[3 * Colors];
        for (var i = 0; i < Colors; i++)
            (bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2]) = channels == 1 ? ((byte)i, (byte)i, (byte)i)
                : (Level(i / (Greens * Blues), Reds), Level(i / Blues % Greens, Greens), Level(i % Blues, Blues));
        return bytes;
    }

    /// <summary>The index of the nearest colour.</summary>
    /// <param name="pixel">As many bytes as there are channels.</param>
    public byte IndexOf(ReadOnlySpan<byte> pixel) => channels == 1 ? pixel[0]
        : (byte)((Step(pixel[0], Reds) * Greens + Step(pixel[1], Greens)) * Blues + Step(pixel[2], Blues));

    /// <summary>The indices of a picture's nearest colours.</summary>
    /// <param name="pixels">Row by row, as many bytes a pixel as there are channels.</param>
    public byte[] IndicesOf(ReadOnlySpan<byte> pixels)
    {
        var indices = new byte[pixels.Length / channels];
        for (var i = 0; i < indices.Length; i++) indices[i] = IndexOf(pixels.Slice(i * channels, channels));
        return indices;
    }

    private static byte Level(int step, int steps) => (byte)Math.Min(255, (step * 255 + (steps - 1) / 2) / (steps - 1));

    private static int Step(byte value, int steps) => (value * (steps - 1) + 127) / 255;
}
