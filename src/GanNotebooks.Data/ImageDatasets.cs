using GanNotebooks.Data.Downloads;
using GanNotebooks.Data.Folders;
using GanNotebooks.Data.Storage;

namespace GanNotebooks.Data;

/// <summary>Finds images by name: those that code draws, those that <c>gan data get</c> fetches, or those in a folder.</summary>
public static class ImageDatasets
{
    /// <summary>The name of the images that lessons use by default.</summary>
    public const string BuiltIn = "digits";

    /// <summary>How many images a drawn set has by default.</summary>
    public const int DrawnImages = 10_000;

    /// <summary>Opens images by name.</summary>
    /// <param name="name">A set that code draws or that <c>gan data get</c> fetches (see <c>gan data list</c>), or a folder of pictures or of IDX files.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <param name="count">How many images to draw; sets that are not drawn are read whole.</param>
    /// <param name="seed">The seed of drawn images.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or does not fit the others, or there is nothing that can be read.</exception>
    public static ImageDataset Open(string name, string datasetsFolder, int count = DrawnImages, int seed = 1) =>
        Open(name, datasetsFolder, new ImageOptions { Count = count, Seed = seed });

    /// <summary>Opens images by name.</summary>
    /// <param name="name">As above.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <param name="options">Number, seed, size, memory.</param>
    /// <exception cref="ArgumentException">The name is that of points, or the size is not possible.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">A file is damaged or does not fit the others, or there is nothing that can be read.</exception>
    public static ImageDataset Open(string name, string datasetsFolder, ImageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Size is < 1 or > 1024) throw new ArgumentException($"Images of {options.Size}×{options.Size} cannot be made: expected 1 to 1024 pixels.", nameof(options));
        if (PointSets.Names.Contains(name)) throw new ArgumentException($"\"{name}\" are points of the plane, not images: open them with {nameof(PointSets)}.{nameof(PointSets.Open)}.", nameof(name));
        var cache = ImageCache.Beside(datasetsFolder);
        if (DrawnSet.Find(name) is { } drawn) return OpenDrawn(drawn, options, cache);
        var folder = FolderOf(name, datasetsFolder);
        var known = Catalogue.BuiltIn.Find(name);
        return OpenFolder(folder, known?.Title ?? new DirectoryInfo(folder).Name, options, cache, known?.ClassNames);
    }

    /// <summary>The folder of a set that is not drawn.</summary>
    /// <param name="name">A set that <c>gan data get</c> fetches, or a folder.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder, or no file of the set in it yet.</exception>
    public static string FolderOf(string name, string datasetsFolder)
    {
        if (Catalogue.BuiltIn.Find(name) is not { } known)
            return Directory.Exists(name) ? Path.GetFullPath(name) : throw new DirectoryNotFoundException(Unknown(name));
        var folder = Path.GetFullPath(Path.Combine(datasetsFolder, known.Name));
        return SetDownload.Files(known, datasetsFolder).Any() ? folder : throw new DirectoryNotFoundException($"{known.Title} is not in {folder}. {known.HowToGet}");
    }

    private static ImageDataset OpenDrawn(DrawnSet set, ImageOptions options, ImageCache cache)
    {
        var size = options.Size ?? set.Shape[1];
        string[] key = [$"{set.Name}, drawing {DrawnSet.Version}, {options.Count} images, seed {options.Seed}, size {size}"];
        return cache.OpenOrMake(set.Name, key, writer => writer.AddAll(set.Draw(options.Count, options.Seed, size), size)).Open(set.Title, options.MemoryBudget);
    }

    private static ImageDataset OpenFolder(string folder, string title, ImageOptions options, ImageCache cache, IReadOnlyList<string>? classNames)
    {
        var set = Cifar10.IsIn(folder) ? Cifar10.Open(folder, options.Size, cache).Open(title, options.MemoryBudget)
            : EmnistLetters.IsIn(folder) ? OpenIdx(folder, title, EmnistLetters.Read, options, cache)
            : IdxFile.HasImages(folder) ? OpenIdx(folder, title, where => IdxFile.ReadImagesAndLabels(where), options, cache)
            : ImageFolder.Open(folder, options, cache).Open(title, options.MemoryBudget);
        return classNames is { Count: > 0 } ? set.With(classNames, set.Attributes, set.Warning) : set;
    }

    // Reading IDX is fast: only sets that are too large for memory are kept in the cache.
    private static ImageDataset OpenIdx(string folder, string title, Func<string, LabelledImages> read, ImageOptions options, ImageCache cache)
    {
        string[] key = [$"IDX, size {options.Size}", .. new DirectoryInfo(folder).GetFiles("*ubyte*").Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}").Order(StringComparer.Ordinal)];
        var name = new DirectoryInfo(folder).Name;
        if (cache.Find(name, key) is { } kept) return kept.Open(title, options.MemoryBudget);
        var images = read(folder);
        return ImageResize.Bytes(images, options.Size) <= Math.Min(options.MemoryBudget, Array.MaxLength) ? Wrap(title, ImageResize.To(images, options.Size))
            : cache.OpenOrMake(name, key, writer => writer.AddAll(images, options.Size)).Open(title, options.MemoryBudget);
    }

    internal static ImageDataset Wrap(string name, LabelledImages images) =>
        new ImageDataset(name, images.Pixels, [images.Count, images.Channels, images.Height, images.Width], images.Labels).With(images.ClassNames, images.Attributes);

    private static string Unknown(string name) => FolderListing.NameProblem(name) is { } problem ? $"{name}: {problem}" :
        $"\"{name}\" is neither a set ({string.Join(", ", DrawnSet.All.Select(set => set.Name).Concat(Catalogue.BuiltIn.Sets.Select(set => set.Name)))}) nor an existing folder of pictures or IDX files.";
}
