using GanNotebooks.Data.Folders;
using GanNotebooks.Data.Storage;

namespace GanNotebooks.Data;

public sealed partial class ImagePairs
{
    /// <summary>The name of the pairs that code draws: shapes as black outlines, and filled with colours that the outlines do not show.</summary>
    public const string BuiltIn = "outlines";

    /// <summary>Opens pairs by name.</summary>
    /// <param name="name"><see cref="BuiltIn"/>; or a folder with two sub-folders of pictures that have the same names, the first in the alphabet for the generator's input, such as <c>a</c> and <c>b</c>.</param>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    /// <param name="options">Number, seed, size, memory.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="InvalidDataException">There are not two sub-folders, or their pictures do not form pairs.</exception>
    public static ImagePairs Open(string name, string datasetsFolder, ImageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (name == BuiltIn)
        {
            var (outlines, filled) = ColouredShapes.DrawPairs(options.Count, options.Seed, coloured: false);
            return new(ImageDatasets.Wrap("black outlines", ImageResize.To(outlines, options.Size)), ImageDatasets.Wrap("filled shapes", ImageResize.To(filled, options.Size)));
        }
        if (!Directory.Exists(name)) throw new DirectoryNotFoundException($"\"{name}\" is neither \"{BuiltIn}\" nor an existing folder of pairs: one with two sub-folders of pictures, such as a and b.");
        var cache = ImageCache.Beside(datasetsFolder);
        var parts = PartsOf(name);
        if (parts.Length != 2) throw new InvalidDataException($"{name} has {parts.Length} sub-folders; expected two of pictures with the same names, such as a and b: what the generator is given, and what it should make.");
        var names = Array.ConvertAll(parts, part => NamesIn(part).ToArray());
        foreach (var (here, there, where) in new[] { (names[0], names[1], parts[1]), (names[1], names[0], parts[0]) })
            if (here.Except(there).FirstOrDefault() is { } alone) throw new InvalidDataException($"{where} has no picture {alone}, which its neighbour has; expected pictures of the same names in both. Add it, or take the other away.");
        var sets = Array.ConvertAll(parts, part => ImageFolder.Open(part, options, cache).Open(Path.GetFileName(part), options.MemoryBudget));
        for (var i = 0; i < 2; i++)
            if (sets[i].Count != names[i].Length) throw new InvalidDataException($"{parts[i]}: not all pictures can be used, so it is not known which belong together. {sets[i].Warning} Mend or take away those, in both folders.");
        return new(sets[0], sets[1]);
    }

    /// <summary>Whether a folder looks like pairs: it has two sub-folders, with at least one picture of the same name in both.</summary>
    /// <param name="folder">The folder; it need not exist.</param>
    public static bool AreIn(string folder) => Directory.Exists(folder) && PartsOf(folder) is [var first, var second] && NamesIn(first).Intersect(NamesIn(second)).Any();

    private static string[] PartsOf(string folder) => [.. Directory.GetDirectories(folder).Where(part => !Path.GetFileName(part).StartsWith('.')).Order(NaturalOrder.Instance)];

    private static IEnumerable<string?> NamesIn(string folder) => FolderListing.Of(folder).Files.Select(file => Path.ChangeExtension(file.Name, null));
}
