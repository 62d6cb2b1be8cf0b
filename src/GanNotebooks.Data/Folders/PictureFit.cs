using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;
using SixLabors.ImageSharp.Processing;
using SixLabors.ImageSharp.Processing.Processors.Transforms;

namespace GanNotebooks.Data.Folders;

/// <summary>Resizes the middle of a picture to a square: averaged over areas when it shrinks and interpolated when it grows.</summary>
internal static class PictureFit
{
    /// <summary>Fits a picture.</summary>
    /// <param name="picture">The picture, which is changed.</param>
    /// <param name="size">The side of the square, in pixels.</param>
    /// <param name="ground">The colour behind transparent pixels.</param>
    /// <param name="target">(C, size, size); C 3, or 1 for the brightness alone.</param>
    public static void Fit(Image<Rgba32> picture, int size, Rgb ground, Span<byte> target)
    {
        var side = Math.Min(picture.Width, picture.Height);
        if (picture.Width != picture.Height) picture.Mutate(change => change.Crop(new Rectangle((picture.Width - side) / 2, (picture.Height - side) / 2, side, side)));
        if (side != size) picture.Mutate(change => change.Resize(size, size, side > size ? new AreaAverage((float)side / size) : KnownResamplers.Triangle));
        Copy(picture, ground, target);
    }

    /// <summary>Copies a picture in its own size.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="ground">The colour behind transparent pixels.</param>
    /// <param name="target">(C, H, W); C 3, or 1 for the brightness alone.</param>
    public static void Copy(Image<Rgba32> picture, Rgb ground, Span<byte> target)
    {
        var pixels = new Rgba32[picture.Width * picture.Height];
        picture.CopyPixelDataTo(pixels);
        for (var i = 0; i < pixels.Length; i++)
        {
            var (red, green, blue) = Over(pixels[i], ground);
            if (target.Length == pixels.Length) target[i] = Brightness(red, green, blue);
            else (target[i], target[i + pixels.Length], target[i + 2 * pixels.Length]) = (red, green, blue);
        }
    }

    private static (byte Red, byte Green, byte Blue) Over(Rgba32 pixel, Rgb ground)
    {
        byte Mix(byte colour, byte behind) => (byte)((colour * pixel.A + behind * (255 - pixel.A) + 127) / 255);
        return (Mix(pixel.R, ground.Red), Mix(pixel.G, ground.Green), Mix(pixel.B, ground.Blue));
    }

    // The weights of ITU-R BT.601, which JPEG uses too.
    private static byte Brightness(byte red, byte green, byte blue) => (byte)(0.299f * red + 0.587f * green + 0.114f * blue + 0.5f);

    /// <summary>Weighs a source pixel by how much of it lies in the target pixel; ImageSharp's own box takes it whole or not at all.</summary>
    /// <param name="scale">Source pixels per target pixel, at least 1.</param>
    private readonly struct AreaAverage(float scale) : IResampler
    {
        public float Radius => (scale + 1) / (2 * scale);

        public float GetValue(float x) => Math.Clamp(((scale + 1) / 2) - Math.Abs(x * scale), 0, 1);

        public void ApplyTransform<TPixel>(IResamplingTransformImageProcessor<TPixel> processor) where TPixel : unmanaged, IPixel<TPixel> => processor.ApplyTransform(in this);
    }
}
