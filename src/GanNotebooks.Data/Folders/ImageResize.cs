using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data.Folders;

/// <summary>Resizes the images of a set, some at a time: all of them may be too large for memory, or for one array.</summary>
internal static class ImageResize
{
    private const int ChunkBytes = 64 << 20;

    /// <summary>The shape (C, H, W) that images of a set will have.</summary>
    /// <exception cref="ArgumentException">They are neither grey nor RGB.</exception>
    public static (int Channels, int Height, int Width) Shape(LabelledImages images, int? size)
    {
        if (IsSame(images, size)) return (images.Channels, images.Height, images.Width);
        if (images.Channels is not (1 or 3)) throw new ArgumentException($"Images of {images.Channels} channels cannot be brought to {size}×{size}: expected 1 or 3 channels.", nameof(images));
        return (images.Channels, size!.Value, size.Value);
    }

    /// <summary>The number of bytes of all images in their new size.</summary>
    public static long Bytes(LabelledImages images, int? size)
    {
        var (channels, height, width) = Shape(images, size);
        return (long)images.Count * channels * height * width;
    }

    /// <summary>The same images as squares of <paramref name="size"/>, in runs; unchanged when they have that size, or none is given.</summary>
    public static IEnumerable<byte[]> Runs(LabelledImages images, int? size)
    {
        if (IsSame(images, size))
        {
            yield return images.Pixels;
            yield break;
        }
        var (channels, side, _) = Shape(images, size);
        var bytes = channels * side * side;
        var most = Math.Max(1, ChunkBytes / bytes);
        for (var start = 0; start < images.Count; start += most)
        {
            var from = start;
            var run = new byte[Math.Min(most, images.Count - from) * bytes];
            Parallel.For(0, run.Length / bytes, i =>
            {
                using var picture = Image.LoadPixelData(Pixels(images, from + i), images.Width, images.Height);
                PictureFit.Fit(picture, side, Rgb.Black, run.AsSpan(i * bytes, bytes));
            });
            yield return run;
        }
    }

    /// <summary>The same images as squares of <paramref name="size"/> in memory; the set itself when it has that size, or none is given.</summary>
    /// <exception cref="ArgumentException">They are neither grey nor RGB, or more than one array holds.</exception>
    public static LabelledImages To(LabelledImages images, int? size)
    {
        if (IsSame(images, size)) return images;
        var (channels, height, width) = Shape(images, size);
        if (Bytes(images, size) > Array.MaxLength) throw new ArgumentException($"{images.Count:N0} images of {channels}×{height}×{width} are more than {Array.MaxLength:N0} bytes: ask for a smaller size.", nameof(size));
        var pixels = new byte[Bytes(images, size)];
        var at = 0;
        foreach (var run in Runs(images, size))
        {
            run.CopyTo(pixels, at);
            at += run.Length;
        }
        return new LabelledImages(pixels, images.Labels, images.Count, channels, height, width) { ClassNames = images.ClassNames, Attributes = images.Attributes };
    }

    private static bool IsSame(LabelledImages images, int? size) => size is not { } side || (images.Height == side && images.Width == side);

    private static Rgba32[] Pixels(LabelledImages images, int index)
    {
        var pixels = new Rgba32[images.Height * images.Width];
        var planes = images[index];
        var (green, blue) = images.Channels == 3 ? (pixels.Length, 2 * pixels.Length) : (0, 0);
        for (var i = 0; i < pixels.Length; i++) pixels[i] = new Rgba32(planes[i], planes[i + green], planes[i + blue]);
        return pixels;
    }
}
