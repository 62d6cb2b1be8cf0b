using System.Numerics;
using System.Runtime.InteropServices;

namespace GanNotebooks.Data;

/// <summary>
/// Paints a centre line as grey pixels in the way MNIST was made (LeCun et al. 1998, section III.A): the ink is scaled to fit a 20×20 box,
/// its proportions kept, with soft edges, and the box is placed so that the centre of mass is the middle of the 28×28 image.
/// </summary>
internal static class InkRaster
{
    private const int Size = HandwrittenDigits.Size;
    private const int Box = 20;
    private const float Centre = 14.5f;   // the middle of pixel (14, 14), where the centres of MNIST lie
    private const float EdgeWidth = 1.05f;

    /// <summary>Paints <paramref name="ink"/> into <paramref name="image"/>: 28·28 bytes, 0 paper to 255 ink.</summary>
    /// <param name="ink">The centre line, in any units.</param>
    /// <param name="penWidth">In pixels.</param>
    /// <param name="image">Rows from the top; overwritten.</param>
    public static void Paint(List<InkPoint> ink, float penWidth, Span<byte> image)
    {
        var points = CollectionsMarshal.AsSpan(ink);
        FitToBox(points, penWidth);
        Span<float> box = stackalloc float[Box * Box];
        for (var i = 0; i < points.Length; i++)
        {
            var from = points[i].StartsStroke ? points[i] : points[i - 1];
            PaintSegment(from, points[i], penWidth / 2, box);
        }
        Place(box, image);
    }

    private static void FitToBox(Span<InkPoint> points, float penWidth)
    {
        var (low, high) = (points[0].At, points[0].At);
        foreach (var point in points)
        {
            low = Vector2.Min(low, point.At);
            high = Vector2.Max(high, point.At);
        }
        var extent = high - low;
        var scale = (Box - penWidth) / MathF.Max(MathF.Max(extent.X, extent.Y), 1e-4f);
        var corner = new Vector2((Box - (extent.X * scale)) / 2, (Box - (extent.Y * scale)) / 2);
        foreach (ref var point in points) point = point with { At = ((point.At - low) * scale) + corner };
    }

    private static void PaintSegment(in InkPoint from, in InkPoint to, float radius, Span<float> box)
    {
        var reach = (radius * MathF.Max(from.Pressure, to.Pressure)) + EdgeWidth;
        var low = Vector2.Min(from.At, to.At);
        var high = Vector2.Max(from.At, to.At);
        var (left, right) = (Math.Max((int)(low.X - reach), 0), Math.Min((int)(high.X + reach), Box - 1));
        var (top, bottom) = (Math.Max((int)(low.Y - reach), 0), Math.Min((int)(high.Y + reach), Box - 1));
        var along = to.At - from.At;
        var square = MathF.Max((along.X * along.X) + (along.Y * along.Y), 1e-9f);
        for (var y = top; y <= bottom; y++)
        {
            for (var x = left; x <= right; x++)
            {
                var (dx, dy) = (x + 0.5f - from.At.X, y + 0.5f - from.At.Y);
                var t = Math.Clamp(((dx * along.X) + (dy * along.Y)) / square, 0, 1);
                dx -= t * along.X;
                dy -= t * along.Y;
                var edge = radius * (from.Pressure + (t * (to.Pressure - from.Pressure)));
                var coverage = ((edge - MathF.Sqrt((dx * dx) + (dy * dy))) / EdgeWidth) + 0.5f;
                ref var pixel = ref box[(y * Box) + x];
                pixel = MathF.Max(pixel, MathF.Min(coverage, 1));
            }
        }
    }

    private static void Place(ReadOnlySpan<float> box, Span<byte> image)
    {
        var (mass, sumX, sumY) = (1e-6f, 0f, 0f);
        for (var i = 0; i < box.Length; i++)
        {
            mass += box[i];
            sumX += box[i] * ((i % Box) + 0.5f);
            sumY += box[i] * ((i / Box) + 0.5f);
        }
        var left = Math.Clamp((int)(Centre - (sumX / mass) + 0.5f), 0, Size - Box);
        var top = Math.Clamp((int)(Centre - (sumY / mass) + 0.5f), 0, Size - Box);
        image.Clear();
        for (var i = 0; i < box.Length; i++)
            image[((top + (i / Box)) * Size) + left + (i % Box)] = (byte)((box[i] * 255) + 0.5f);
    }
}
