namespace GanNotebooks.Data;

/// <summary>A set of images that code draws.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Title">Its name in words.</param>
/// <param name="Shape">One image, (C, H, W).</param>
/// <param name="Draw">Draws a number of images with a seed, at a wanted size if the set has it, else at its own.</param>
public sealed record DrawnSet(string Name, string Title, IReadOnlyList<int> Shape, Func<int, long, int, LabelledImages> Draw)
{
    /// <summary>An image in words, by the attributes of the set and the image's number; null for sets without captions.</summary>
    public Func<ImageAttributes, int, string>? Caption { get; private init; }

    /// <summary>A change of what any set draws or tells of its images is a change of this number: sets kept from before are then drawn anew.</summary>
    internal const string Version = "2";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DrawnSet> All { get; } =
    [
        new("digits", "drawn digits", [1, HandwrittenDigits.Size, HandwrittenDigits.Size], (count, seed, _) => HandwrittenDigits.Draw(count, seed)),
        new("faces", "cartoon faces", [3, CartoonFaces.Size, CartoonFaces.Size], (count, seed, size) => CartoonFaces.Draw(count, seed, CartoonFaces.Sizes.Contains(size) ? size : CartoonFaces.Size)),
        new("shapes", "coloured shapes", [3, ColouredShapes.Size, ColouredShapes.Size], (count, seed, _) => ColouredShapes.Draw(count, seed)) { Caption = ColouredShapes.Caption },
        new("scans", "head scans", [1, HeadScans.Size, HeadScans.Size], (count, seed, _) => HeadScans.Draw(count, seed)),
        new("textured-digits", "digits on texture", [3, HandwrittenDigits.Size, HandwrittenDigits.Size], (count, seed, _) => TexturedDigits.Draw(count, seed)),
    ];

    /// <summary>The set of a name, or null.</summary>
    public static DrawnSet? Find(string name) => All.FirstOrDefault(set => set.Name == name);
}
