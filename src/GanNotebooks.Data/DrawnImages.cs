namespace GanNotebooks.Data;

/// <summary>Draws the images of a set, each from the set's seed and its own number alone.</summary>
internal static class DrawnImages
{
    /// <summary>Draws one image.</summary>
    /// <param name="index">The image's number.</param>
    /// <param name="random">Its own stream of random numbers.</param>
    /// <param name="image">Its bytes.</param>
    public delegate void One(int index, SplitMix64 random, Span<byte> image);

    /// <summary>Draws images on all cores.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or more than one array holds.</exception>
    public static byte[] Each(int count, int bytesAnImage, long seed, One draw)
    {
        var pixels = Room(count, bytesAnImage);
        Parallel.For(0, count, i => draw(i, SplitMix64.For(seed, i), pixels.AsSpan(i * bytesAnImage, bytesAnImage)));
        return pixels;
    }

    /// <summary>Allocates an array for all images.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or more than one array holds.</exception>
    public static byte[] Room(int count, int bytesAnImage)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / bytesAnImage);
        return new byte[count * bytesAnImage];
    }
}
