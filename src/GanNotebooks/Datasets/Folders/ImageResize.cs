using GanNotebooks.Visualizers;

namespace GanNotebooks.Datasets.Folders;

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
        Parallel.For(0, images.Count, i => PictureFit.Fit(Picture(images, i), side, Rgb.Black, pixels.AsSpan(i * bytes, bytes)));
        return new LabelledImages(pixels, images.Labels, images.Count, images.Channels, side, side) { ClassNames = images.ClassNames, Attributes = images.Attributes };
    }

    private static DecodedImage Picture(LabelledImages images, int index)
    {
        var plane = images.Height * images.Width;
        var source = images[index];
        var rgba = new byte[4 * plane];
        for (var p = 0; p < plane; p++)
        {
            for (var c = 0; c < 3; c++) rgba[(4 * p) + c] = source[p + (images.Channels == 3 ? c * plane : 0)];
            rgba[(4 * p) + 3] = 255;
        }
        return new DecodedImage(rgba, images.Width, images.Height);
    }
}
