namespace GanNotebooks.Data;

/// <summary>Single images as PNG files.</summary>
public static class ImageFile
{
    /// <summary>Writes one image of a set, whole or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="images">The set; grey or colour.</param>
    /// <param name="index">Which image.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, LabelledImages images, int index)
    {
        ArgumentNullException.ThrowIfNull(images);
        var planes = images[index];
        var plane = images.Height * images.Width;
        var pixels = new byte[planes.Length];
        for (var i = 0; i < pixels.Length; i++) pixels[i] = planes[(i % images.Channels * plane) + (i / images.Channels)];
        var png = ImageCodec.EncodePng(pixels, images.Width, images.Height, images.Channels);
        AtomicFile.Write(path, file => file.Write(png));
    }
}
