using System.Numerics;

namespace GanNotebooks.Data.Painting;

/// <summary>Colours as red, green and blue from 0 to 1.</summary>
internal static class Colour
{
    public static readonly Vector3 White = new(1), Black = new(0);

    /// <summary>A colour as web pages write it, such as 0xF2C9A0.</summary>
    public static Vector3 Hex(int rgb) => new Vector3((rgb >> 16) & 255, (rgb >> 8) & 255, rgb & 255) / 255;

    /// <summary>The colour between two: <paramref name="share"/> 0 is the first, 1 the second.</summary>
    public static Vector3 Mix(Vector3 first, Vector3 second, float share) => first + ((second - first) * share);

    /// <summary>Darker: the colour mixed with a warm black.</summary>
    public static Vector3 Shade(Vector3 colour, float share) => Mix(colour, new Vector3(0.10f, 0.05f, 0.10f), share);

    /// <summary>Lighter: the colour mixed with white.</summary>
    public static Vector3 Tint(Vector3 colour, float share) => Mix(colour, White, share);

    /// <summary>The colour as one hand mixes it: a little lighter, darker or off its hue.</summary>
    public static Vector3 Vary(Vector3 colour, ref SplitMix64 random, float spread = 0.025f)
    {
        var light = random.Bell();
        var (r, g) = (light + (0.5f * random.Bell()), light + (0.5f * random.Bell()));
        var b = light + (0.5f * random.Bell());
        return colour + (new Vector3(r, g, b) * spread);
    }
}
