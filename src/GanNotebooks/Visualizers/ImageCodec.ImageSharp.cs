using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace GanNotebooks.Visualizers;

/// <summary>PNG by ImageSharp.</summary>
internal static class ImageCodec
{
    /// <summary>Compresses pixels to a PNG file.</summary>
    /// <param name="pixels">height·width·channels values 0 to 255, row by row.</param>
    /// <param name="width">Pixels a row, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    public static byte[] EncodePng(ReadOnlySpan<byte> pixels, int width, int height, int channels)
    {
        using Image image = channels == 1
            ? Image.LoadPixelData<L8>(pixels, width, height)
            : Image.LoadPixelData<Rgb24>(pixels, width, height);
        using var file = new MemoryStream();
        image.SaveAsPng(file);
        return file.ToArray();
    }
}
