using System.Numerics;

namespace GanNotebooks.Data.Painting;

/// <summary>A square picture that shapes are painted on, one over the other, with smooth edges.</summary>
internal sealed class Canvas(int size)
{
    private readonly Vector3[] pixels = new Vector3[size * size];

    /// <summary>Paints every pixel with the colour at its position, in units of the picture, pixel centres at ½.</summary>
    public void Cover(Func<float, float, Vector3> colour)
    {
        for (var y = 0; y < size; y++)
            for (var x = 0; x < size; x++)
                pixels[(y * size) + x] = colour(x + 0.5f, y + 0.5f);
    }

    /// <summary>Paints a shape in one colour.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="opacity">From 0, nothing, to 1.</param>
    /// <param name="softness">How many pixels wide its edge is: 1 is sharp.</param>
    public void Fill(SignedDistance shape, Vector3 colour, float opacity = 1, float softness = 1) => Fill(shape, colour, colour, opacity, softness);

    /// <summary>Paints a shape in a colour that changes evenly from its top to its bottom.</summary>
    public void Fill(SignedDistance shape, Vector3 top, Vector3 bottom, float opacity = 1, float softness = 1)
    {
        var bounds = shape.Bounds;
        var reach = bounds.Grown(softness);
        var (first, last) = (Math.Clamp((int)reach.Left, 0, size), Math.Clamp((int)reach.Right + 1, 0, size));
        var height = MathF.Max(bounds.Bottom - bounds.Top, 1e-3f);
        for (var y = Math.Clamp((int)reach.Top, 0, size); y < Math.Clamp((int)reach.Bottom + 1, 0, size); y++)
        {
            var colour = Colour.Mix(top, bottom, Math.Clamp((y + 0.5f - bounds.Top) / height, 0, 1));
            for (var x = first; x < last; x++)
            {
                var coverage = 0.5f - (shape.Distance(x + 0.5f, y + 0.5f) / softness);
                if (coverage <= 0) continue;
                ref var pixel = ref pixels[(y * size) + x];
                pixel = Colour.Mix(pixel, colour, MathF.Min(coverage, 1) * opacity);
            }
        }
    }

    /// <summary>The picture as bytes, (3, size, size).</summary>
    public void CopyTo(Span<byte> image)
    {
        for (var i = 0; i < pixels.Length; i++)
        {
            image[i] = Byte(pixels[i].X);
            image[i + pixels.Length] = Byte(pixels[i].Y);
            image[i + (2 * pixels.Length)] = Byte(pixels[i].Z);
        }
    }

    private static byte Byte(float value) => (byte)((Math.Clamp(value, 0, 1) * 255) + 0.5f);
}
