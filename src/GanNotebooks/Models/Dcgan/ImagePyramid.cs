namespace GanNotebooks.Models;

/// <summary>How an image grows from a few cells by doubling: 28 = 7·2·2, 32 = 4·2·2·2, 64 = 4·2·2·2·2.</summary>
/// <param name="Start">The side of the smallest map, 4 or 7.</param>
/// <param name="Doublings">How often it is doubled, at least 1.</param>
internal readonly record struct ImagePyramid(long Start, int Doublings)
{
    /// <summary>Takes an image's side apart.</summary>
    /// <param name="size">The side in pixels.</param>
    /// <exception cref="ArgumentException">It is not 4 or 7, doubled.</exception>
    public static ImagePyramid Of(long size)
    {
        foreach (var start in new long[] { 4, 7 })
            for (var doublings = 1; start << doublings <= size; doublings++)
                if (start << doublings == size) return new(start, doublings);
        throw new ArgumentException($"Images of {size}×{size} pixels do not fit: expected 4 or 7 doubled once or more, such as 28, 32 or 64. Resize them.", nameof(size));
    }
}
