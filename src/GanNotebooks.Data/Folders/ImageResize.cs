using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Data.Folders;

/// <summary>Brings the images of a set to another size.</summary>
internal static class ImageResize
{
    /// <summary>The same images as squares of <paramref name="size"/>; the set itself when it has that size, or none is asked for.</summary>
    public static LabelledImages To(LabelledImages images, int? size)
    {
        if (size is not { } side || (images.Height == side && images.Width == side)) return images;
        if (images.Channels is not (1 or 3)) throw new ArgumentException($"Images of {images.Channels} channels cannot be brought to {side}×{side}: expected 1 or 3 channels.", nameof(images));
        var bytes = images.Channels * side * side;
        var pixels = new byte[(long)images.Count * bytes];
        Parallel.For(0, images.Count, i =>
        {
            using var picture = Image.LoadPixelData(Pixels(images, i), images.Width, images.Height);
            PictureFit.Fit(picture, side, Rgb.Black, pixels.AsSpan(i * bytes, bytes));
        });
        return new LabelledImages(pixels, images.Labels, images.Count, images.Channels, side, side) { ClassNames = images.ClassNames, Attributes = images.Attributes };
    }

    private static Rgba32[] Pixels(LabelledImages images, int index)
    {
        var pixels = new Rgba32[images.Height * images.Width];
        var planes = images[index];
        var (green, blue) = images.Channels == 3 ? (pixels.Length, 2 * pixels.Length) : (0, 0);
        for (var i = 0; i < pixels.Length; i++) pixels[i] = new Rgba32(planes[i], planes[i + green], planes[i + blue]);
        return pixels;
    }
}
