namespace GanNotebooks.Data;

public static partial class IdxFile
{
    /// <summary>Reads a folder of images and labels named as MNIST's are, such as <c>train-images-idx3-ubyte.gz</c> and <c>train-labels-idx1-ubyte.gz</c>.</summary>
    /// <param name="folder">The folder of the files.</param>
    /// <param name="part">What their names begin with: <c>train</c>, or <c>t10k</c> for MNIST's test images.</param>
    /// <returns>The images as (N, C, H, W), and their labels when the folder has them.</returns>
    /// <remarks>Names may have <c>.idx3</c> instead of <c>-idx3</c> and may end in <c>.gz</c>. Images are (N, H, W), grey, or (N, C, H, W).</remarks>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">The folder holds no images by these names.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or of another shape, or the counts differ.</exception>
    /// <exception cref="IOException">Reading failed.</exception>
    public static LabelledImages ReadImagesAndLabels(string folder, string part = "train")
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentException.ThrowIfNullOrEmpty(part);
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{folder}: there is no such folder. Check the name, or put the IDX files there.");
        var imageNames = ImageNames(part);
        var imageFile = Find(folder, imageNames) ?? throw new FileNotFoundException(
            $"{folder}: no images found. Looked for {string.Join(", ", imageNames)}. Put one of these there, or name another part or folder.");
        var images = Read(imageFile);
        var (count, channels, height, width) = ImageShape(images, imageFile);
        var labelFile = Find(folder, Names($"{part}-labels", 1));
        var labels = labelFile is null ? null : ReadLabels(labelFile, imageFile, count);
        return new LabelledImages(images.Bytes, labels, count, channels, height, width);
    }

    /// <summary>Whether a folder holds images by the names that <see cref="ReadImagesAndLabels"/> looks for.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="part">The part of the set.</param>
    public static bool HasImages(string folder, string part = "train") => Find(folder, ImageNames(part)) is not null;

    private static string[] ImageNames(string part) => [.. Names($"{part}-images", 3), .. Names($"{part}-images", 4)];

    private static string[] Names(string stem, int rank)
    {
        var (dashed, dotted) = ($"{stem}-idx{rank}-ubyte", $"{stem}.idx{rank}-ubyte");
        return [dashed, $"{dashed}.gz", dotted, $"{dotted}.gz"];
    }

    private static string? Find(string folder, string[] names) =>
        names.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    private static (int Count, int Channels, int Height, int Width) ImageShape(IdxArray images, string file)
    {
        var sizes = images.Dimensions;
        if (sizes.Count is not (3 or 4) || sizes.Skip(1).Contains(0))
        {
            throw new InvalidDataException(
                $"{file}: holds {images}. Images must have dimensions (N, height, width) or (N, channels, height, width), sizes 1 or more. " +
                "Check that this is the file of images, or convert it.");
        }
        return sizes.Count == 3 ? (sizes[0], 1, sizes[1], sizes[2]) : (sizes[0], sizes[1], sizes[2], sizes[3]);
    }

    private static byte[] ReadLabels(string file, string imageFile, int count)
    {
        var labels = Read(file);
        if (labels.Dimensions.Count != 1)
            throw new InvalidDataException($"{file}: holds {labels}. Labels must have one dimension (N). Check that this is the file of labels, or convert it.");
        if (labels.Bytes.Length != count)
        {
            throw new InvalidDataException(
                $"{file} holds {labels.Bytes.Length} labels, but {imageFile} holds {count} images: one label per image was expected. " +
                "Download both again, from the same source.");
        }
        return labels.Bytes;
    }
}
