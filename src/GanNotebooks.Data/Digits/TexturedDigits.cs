using System.Numerics;
using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>
/// The digits of <see cref="HandwrittenDigits"/> on coloured texture: another domain with the same ten classes. Ink and ground are combined
/// as MNIST-M was made, |ground − ink| in each channel (Ganin et al. 2016, section 5.2.4); the grounds are drawn.
/// </summary>
/// <remarks>The same seed draws the same bytes on every platform and with any number of threads.</remarks>
public static class TexturedDigits
{
    private const int Size = HandwrittenDigits.Size, Plane = Size * Size;

    /// <summary>The attribute of every image, <c>digit</c>.</summary>
    public static IReadOnlyList<AttributeColumn> Attributes { get; } = [new("digit", [.. "0123456789".Select(digit => $"{digit}")])];

    /// <summary>Draws many digits on all cores.</summary>
    /// <param name="count">How many images, 0 or more.</param>
    /// <param name="seed">Any number. Image i depends on the seed and on i alone: a longer draw begins with the shorter one.</param>
    /// <returns>Images (count, 3, 28, 28) and their labels: the digits that <see cref="HandwrittenDigits.Draw"/> draws with this seed, in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static LabelledImages Draw(int count, long seed = 0)
    {
        var digits = HandwrittenDigits.Draw(count, seed);
        var pixels = DrawnImages.Each(count, 3 * Plane, ~seed, (index, random, image) => Paint(digits[index], ref random, image));
        return new LabelledImages(pixels, digits.Labels, count, 3, Size, Size) { Attributes = new ImageAttributes(Attributes, digits.Labels!) };
    }

    private static void Paint(ReadOnlySpan<byte> ink, ref SplitMix64 random, Span<byte> image)
    {
        var (first, second) = (RandomColour(ref random), RandomColour(ref random));
        var patches = new SmoothNoise(Size, random.Between(3, 9), ref random);
        var grain = new SmoothNoise(Size, 1.6f, ref random);
        var sharpness = random.Between(0.5f, 3);                // from clouds to patches with edges
        for (var i = 0; i < Plane; i++)
        {
            var (y, x) = Math.DivRem(i, Size);
            var share = Math.Clamp(0.5f + (sharpness * patches.At(x, y)), 0, 1);
            var ground = Colour.Mix(first, second, share) + new Vector3(0.06f * grain.At(x, y));
            var seen = Vector3.Abs(Vector3.Clamp(ground, Vector3.Zero, Vector3.One) - new Vector3(ink[i] / 255f));
            for (var channel = 0; channel < 3; channel++) image[(channel * Plane) + i] = (byte)((seen[channel] * 255) + 0.5f);
        }
    }

    private static Vector3 RandomColour(ref SplitMix64 random) => new(random.Unit(), random.Unit(), random.Unit());
}
