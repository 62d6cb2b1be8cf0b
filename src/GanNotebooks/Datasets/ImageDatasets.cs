namespace GanNotebooks.Datasets;

/// <summary>Finds images by name: the built-in ones, or those in a folder.</summary>
public static class ImageDatasets
{
    /// <summary>The name of the built-in images.</summary>
    public const string BuiltIn = "digits";

    /// <summary>The name of MNIST, which lies in <c>datasets/mnist</c>.</summary>
    public const string Mnist = "mnist";

    /// <summary>How many built-in digits make a set.</summary>
    public const int DrawnDigits = 10_000;

    /// <summary>Opens images by name.</summary>
    /// <param name="name"><c>digits</c> for the built-in ones; <c>mnist</c> for <c>datasets/mnist</c>; else a folder of IDX files.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <param name="count">How many built-in images to draw; other sets are read whole.</param>
    /// <param name="seed">The seed of what is drawn.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or does not fit the others.</exception>
    public static ImageDataset Open(string name, string datasetsFolder, int count = DrawnDigits, int seed = 1)
    {
        if (name == BuiltIn) return Wrap("drawn digits", HandwrittenDigits.Draw(count, seed));
        var folder = FolderOf(name, datasetsFolder);
        return Wrap(name == Mnist ? "MNIST" : new DirectoryInfo(folder).Name, IdxFile.ReadImagesAndLabels(folder));
    }

    /// <summary>The folder that holds a set which is not built in.</summary>
    /// <param name="name"><c>mnist</c>, or a folder.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static string FolderOf(string name, string datasetsFolder)
    {
        var folder = name == Mnist ? Path.GetFullPath(Path.Combine(datasetsFolder, Mnist)) : name;
        return Directory.Exists(folder) ? folder : throw new DirectoryNotFoundException(Missing(name, folder));
    }

    private static ImageDataset Wrap(string name, LabelledImages images) =>
        new(name, images.Pixels, [images.Count, images.Channels, images.Height, images.Width], images.Labels);

    private static string Missing(string name, string folder) => name == Mnist
        ? $"MNIST is not in {folder}: put train-images-idx3-ubyte.gz and train-labels-idx1-ubyte.gz there, name another folder, or use the built-in \"digits\"."
        : $"\"{name}\" is neither a built-in set (digits, mnist) nor an existing folder of IDX files.";
}
