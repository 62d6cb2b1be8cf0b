namespace GanNotebooks.Data;

/// <summary>Images of one size as bytes, with or without labels: as files hold them and drawing makes them, before they become tensors.</summary>
public sealed class LabelledImages
{
    /// <summary>Wraps bytes without copying them.</summary>
    /// <param name="pixels">All images one after another, each (C, H, W), 0 to 255: count·channels·height·width bytes.</param>
    /// <param name="labels">One label per image, 0 to 255; null when there are none.</param>
    /// <param name="count">How many images, 0 or more.</param>
    /// <param name="channels">1 for grey, 3 for colour; 1 or more.</param>
    /// <param name="height">In pixels, 1 or more.</param>
    /// <param name="width">In pixels, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is below its range.</exception>
    /// <exception cref="ArgumentException">The number of pixels or labels does not match the sizes.</exception>
    public LabelledImages(byte[] pixels, byte[]? labels, int count, int channels, int height, int width)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        var expected = (Int128)count * channels * height * width;
        if (pixels.Length != expected)
        {
            throw new ArgumentException(
                $"{count} images of {channels}×{height}×{width} are {expected} bytes, but {pixels.Length} were given.", nameof(pixels));
        }
        if (labels is not null && labels.Length != count)
            throw new ArgumentException($"{count} images need {count} labels, but {labels.Length} were given.", nameof(labels));
        (Pixels, Labels, Count, Channels, Height, Width) = (pixels, labels, count, channels, height, width);
    }

    /// <summary>All images one after another, (N, C, H, W), 0 to 255. The array itself, not a copy.</summary>
    public byte[] Pixels { get; }

    /// <summary>One label per image, or null when the images have none. The array itself, not a copy.</summary>
    public byte[]? Labels { get; }

    /// <summary>The classes' names, in the order of their numbers from 0; null when they have no names.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>The images' attributes, or null.</summary>
    public ImageAttributes? Attributes { get; init; }

    /// <summary>How many images (N).</summary>
    public int Count { get; }

    /// <summary>Channels per image (C): 1 for grey, 3 for colour.</summary>
    public int Channels { get; }

    /// <summary>Height of an image in pixels (H).</summary>
    public int Height { get; }

    /// <summary>Width of an image in pixels (W).</summary>
    public int Width { get; }

    /// <summary>One image's pixels, (C, H, W), without copying.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var size = Channels * Height * Width;
            return Pixels.AsSpan(index * size, size);
        }
    }
}
