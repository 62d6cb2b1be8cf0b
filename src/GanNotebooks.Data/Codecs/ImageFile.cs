using GanNotebooks.Data.Folders;

namespace GanNotebooks.Data;

/// <summary>Single images in files.</summary>
public static class ImageFile
{
    /// <summary>Reads a PNG or JPEG file, upright.</summary>
    /// <param name="path">The file.</param>
    /// <param name="channels">3 for colour, 1 for the brightness alone.</param>
    /// <param name="size">The side in pixels of the square to which its middle is resized; null keeps its own height and width.</param>
    /// <returns>A set of one image.</returns>
    /// <exception cref="InvalidDataException">It is neither PNG nor JPEG, is damaged, or too large.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static LabelledImages Read(string path, int channels, int? size = null)
    {
        try
        {
            using var picture = ImageCodec.Decode(File.ReadAllBytes(path));
            var (height, width) = (size ?? picture.Height, size ?? picture.Width);
            var pixels = new byte[channels * height * width];
            if (size is { } side) PictureFit.Fit(picture, side, Rgb.White, pixels);
            else PictureFit.Copy(picture, Rgb.White, pixels);
            return new LabelledImages(pixels, null, 1, channels, height, width);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}. Expected a PNG or JPEG file.", e);
        }
    }

    /// <summary>Writes one image of a set, completely or not at all.</summary>
    /// <param name="path">The file.</param>
    /// <param name="images">The set; grey or colour.</param>
    /// <param name="index">The image's number, from 0.</param>
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
