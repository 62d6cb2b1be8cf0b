using GanNotebooks.Visualizers;

namespace GanNotebooks.Datasets.Folders;

/// <summary>Brings a picture of any size to a square: its middle, averaged over areas where it shrinks and interpolated where it grows.</summary>
internal static class PictureFit
{
    /// <summary>Fits a picture.</summary>
    /// <param name="picture">What.</param>
    /// <param name="size">Height and width of the square.</param>
    /// <param name="ground">The colour behind transparent pixels.</param>
    /// <param name="target">(C, size, size); C 3, or 1 for the brightness alone.</param>
    public static void Fit(DecodedImage picture, int size, Rgb ground, Span<byte> target)
    {
        var side = Math.Min(picture.Width, picture.Height);
        var columns = Taps(size, side, (picture.Width - side) / 2);
        var rows = Taps(size, side, (picture.Height - side) / 2);
        var line = new float[3 * picture.Width];
        var squeezed = new float[3 * size];
        var sums = new float[3 * size * size];
        for (var y = rows[0].First; y < rows[^1].First + rows[^1].Weights.Length; y++)
        {
            Compose(picture, y, ground, line);
            Squeeze(line, columns, squeezed);
            for (var row = 0; row < size; row++)
            {
                var tap = y - rows[row].First;
                if (tap < 0 || tap >= rows[row].Weights.Length) continue;
                var weight = rows[row].Weights[tap];
                for (var i = 0; i < squeezed.Length; i++) sums[(row * squeezed.Length) + i] += weight * squeezed[i];
            }
        }
        Spread(sums, size * size, target);
    }

    /// <summary>The source pixels that one target pixel is made of.</summary>
    private readonly record struct Tap(int First, float[] Weights);

    private static Tap[] Taps(int size, int side, int offset)
    {
        var scale = side / (float)size;
        return [.. Enumerable.Range(0, size).Select(i => scale >= 1 ? Area(i * scale, (i + 1) * scale, side, offset) : Between(((i + 0.5f) * scale) - 0.5f, side, offset))];
    }

    private static Tap Area(float from, float to, int side, int offset)
    {
        var first = Math.Min((int)from, side - 1);
        var last = Math.Clamp((int)MathF.Ceiling(to - 1e-4f) - 1, first, side - 1);
        var weights = new float[last - first + 1];
        for (var i = first; i <= last; i++) weights[i - first] = Math.Max(0, Math.Min(to, i + 1) - Math.Max(from, i)) / (to - from);
        return new Tap(first + offset, weights);
    }

    private static Tap Between(float place, int side, int offset)
    {
        var clamped = Math.Clamp(place, 0, side - 1);
        var first = Math.Min((int)clamped, Math.Max(side - 2, 0));
        return side == 1 ? new Tap(offset, [1]) : new Tap(first + offset, [1 - (clamped - first), clamped - first]);
    }

    private static void Compose(DecodedImage picture, int y, Rgb ground, float[] line)
    {
        var row = picture.Rgba.AsSpan(4 * y * picture.Width, 4 * picture.Width);
        for (var x = 0; x < picture.Width; x++)
        {
            var opacity = row[(4 * x) + 3] / 255f;
            line[3 * x] = ground.Red + ((row[4 * x] - ground.Red) * opacity);
            line[(3 * x) + 1] = ground.Green + ((row[(4 * x) + 1] - ground.Green) * opacity);
            line[(3 * x) + 2] = ground.Blue + ((row[(4 * x) + 2] - ground.Blue) * opacity);
        }
    }

    private static void Squeeze(float[] line, Tap[] columns, float[] squeezed)
    {
        for (var x = 0; x < columns.Length; x++)
        {
            var (red, green, blue) = (0f, 0f, 0f);
            var at = 3 * columns[x].First;
            foreach (var weight in columns[x].Weights)
            {
                red += weight * line[at];
                green += weight * line[at + 1];
                blue += weight * line[at + 2];
                at += 3;
            }
            (squeezed[3 * x], squeezed[(3 * x) + 1], squeezed[(3 * x) + 2]) = (red, green, blue);
        }
    }

    private static void Spread(float[] sums, int plane, Span<byte> target)
    {
        for (var i = 0; i < plane; i++)
        {
            var (red, green, blue) = (sums[3 * i], sums[(3 * i) + 1], sums[(3 * i) + 2]);
            if (target.Length == plane)
            {
                target[i] = Byte((0.299f * red) + (0.587f * green) + (0.114f * blue));
                continue;
            }
            (target[i], target[i + plane], target[i + (2 * plane)]) = (Byte(red), Byte(green), Byte(blue));
        }
    }

    private static byte Byte(float value) => (byte)Math.Clamp(value + 0.5f, 0, 255);
}
