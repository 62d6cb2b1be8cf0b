namespace GanNotebooks.Data.Painting;

/// <summary>Shrinks pictures: each pixel becomes the mean of the square that it replaces.</summary>
internal static class AreaAverage
{
    /// <summary>Shrinks a square picture of any number of channels.</summary>
    /// <param name="from">(C, size, size).</param>
    /// <param name="size">Its height and width in pixels.</param>
    /// <param name="factor">How many pixels become one in each direction: a divisor of the size.</param>
    /// <param name="to">(C, size / factor, size / factor).</param>
    public static void Shrink(ReadOnlySpan<byte> from, int size, int factor, Span<byte> to)
    {
        var (small, area) = (size / factor, factor * factor);
        for (var i = 0; i < to.Length; i++)
        {
            var (channel, y, x) = (i / (small * small), i / small % small, i % small);
            var corner = (((channel * size) + (y * factor)) * size) + (x * factor);
            var sum = area / 2;
            for (var dy = 0; dy < factor; dy++)
                for (var dx = 0; dx < factor; dx++)
                    sum += from[corner + (dy * size) + dx];
            to[i] = (byte)(sum / area);
        }
    }
}
