namespace GanNotebooks.Data;

/// <summary>A set of images that code draws.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">Its name in words.</param>
/// <param name="Shape">One image, (C, H, W).</param>
/// <param name="Draw">Draws images; its arguments are their number, the seed and the size, of which a set that does not have it uses its own.</param>
public sealed record DrawnSet(string Name, string Title, IReadOnlyList<int> Shape, Func<int, long, int, LabelledImages> Draw)
{
    /// <summary>Describes an image in words, from the set's attributes and the image's number; null for sets without captions.</summary>
    public Func<ImageAttributes, int, string>? Caption { get; private init; }

    /// <summary>To be raised whenever a set's images or attributes change: cached sets are then drawn again.</summary>
    internal const string Version = "2";

    /// <summary>All sets.</summary>
    public static IReadOnlyList<DrawnSet> All { get; } =
    [
        new("digits", "drawn digits", [1, HandwrittenDigits.Size, HandwrittenDigits.Size], (count, seed, _) => HandwrittenDigits.Draw(count, seed)),
        new("faces", "cartoon faces", [3, CartoonFaces.Size, CartoonFaces.Size], (count, seed, size) => CartoonFaces.Draw(count, seed, CartoonFaces.Sizes.Contains(size) ? size : CartoonFaces.Size)),
        new("shapes", "coloured shapes", [3, ColouredShapes.Size, ColouredShapes.Size], (count, seed, _) => ColouredShapes.Draw(count, seed)) { Caption = ColouredShapes.Caption },
        new("scans", "head scans", [1, HeadScans.Size, HeadScans.Size], (count, seed, _) => HeadScans.Draw(count, seed)),
        new("textured-digits", "digits on texture", [3, HandwrittenDigits.Size, HandwrittenDigits.Size], (count, seed, _) => TexturedDigits.Draw(count, seed)),
    ];

    /// <summary>Finds a set by its name; null when there is none.</summary>
    public static DrawnSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);
}
