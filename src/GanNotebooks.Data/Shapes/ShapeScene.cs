namespace GanNotebooks.Data;

/// <summary>One coloured object: positions in the words of <see cref="ShapeWords"/>.</summary>
internal readonly record struct ShapeObject(byte Size, byte Colour, byte Kind)
{
    /// <summary>The object in words, such as <c>a small red circle</c>.</summary>
    public override string ToString() => $"a {ShapeWords.Sizes[Size]} {ShapeWords.Colours[Colour]} {ShapeWords.Kinds[Kind]}";
}

/// <summary>What a picture of shapes shows: one object, or one beside another.</summary>
/// <param name="First">The object the caption begins with.</param>
/// <param name="Relation">Where it is relative to the other: a position in <see cref="ShapeWords.Relations"/>.</param>
/// <param name="Second">The other object, or null.</param>
/// <param name="Ground">The texture behind, which captions do not name.</param>
internal sealed record ShapeScene(ShapeObject First, byte Relation, ShapeObject? Second, byte Ground)
{
    /// <summary>Draws a scene: half of them with two objects, which differ in colour.</summary>
    public static ShapeScene Draw(ref SplitMix64 random)
    {
        var first = DrawObject(ref random);
        var second = DrawObject(ref random);
        if (second.Colour == first.Colour) second = second with { Colour = (byte)((second.Colour + 1) % ShapeWords.Colours.Length) };
        var relation = random.Unit() < 0.5f ? (byte)0 : (byte)(1 + random.Below(ShapeWords.Relations.Length - 1));
        return new ShapeScene(first, relation, relation == 0 ? null : second, (byte)random.Below(ShapeWords.Grounds.Length));
    }

    /// <summary>The scene's row of <see cref="ShapeWords.All"/>.</summary>
    public byte[] ToRow() => Second is { } other
        ? [First.Size, First.Colour, First.Kind, Relation, (byte)(other.Size + 1), (byte)(other.Colour + 1), (byte)(other.Kind + 1), Ground]
        : [First.Size, First.Colour, First.Kind, Relation, ShapeWords.None, ShapeWords.None, ShapeWords.None, Ground];

    /// <summary>The scene that a row describes.</summary>
    public static ShapeScene FromRow(ReadOnlySpan<byte> row) => new(
        new ShapeObject(row[0], row[1], row[2]), row[3],
        row[3] == 0 ? null : new ShapeObject((byte)(row[4] - 1), (byte)(row[5] - 1), (byte)(row[6] - 1)), row[7]);

    /// <summary>Reads a caption.</summary>
    /// <exception cref="FormatException">It does not follow the grammar.</exception>
    public static ShapeScene Parse(string caption)
    {
        var words = caption.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 4) return new ShapeScene(Object(words, caption), 0, null, 0);
        var between = string.Join(' ', words.Skip(4).SkipLast(4));
        var relation = Array.IndexOf(ShapeWords.Relations, between);
        if (words.Length < 9 || relation < 1) throw Misread(caption);
        return new ShapeScene(Object(words[..4], caption), (byte)relation, Object(words[^4..], caption), 0);
    }

    /// <summary>The scene in words, such as <c>a small red circle left of a large blue square</c>.</summary>
    public override string ToString() => Second is { } other ? $"{First} {ShapeWords.Relations[Relation]} {other}" : $"{First}";

    private static ShapeObject DrawObject(ref SplitMix64 random)
    {
        var size = (byte)random.Below(ShapeWords.Sizes.Length);
        var colour = (byte)random.Below(ShapeWords.Colours.Length);
        return new ShapeObject(size, colour, (byte)random.Below(ShapeWords.Kinds.Length));
    }

    private static ShapeObject Object(string[] words, string caption)
    {
        var (size, colour, kind) = (Array.IndexOf(ShapeWords.Sizes, words[1]), Array.IndexOf(ShapeWords.Colours, words[2]), Array.IndexOf(ShapeWords.Kinds, words[3]));
        return words[0] == "a" && size >= 0 && colour >= 0 && kind >= 0 ? new ShapeObject((byte)size, (byte)colour, (byte)kind) : throw Misread(caption);
    }

    private static FormatException Misread(string caption) => new(
        $"\"{caption}\" is no caption of shapes. Expected: a SIZE COLOUR SHAPE, or a SIZE COLOUR SHAPE RELATION a SIZE COLOUR SHAPE, with " +
        $"SIZE {string.Join("|", ShapeWords.Sizes)}; COLOUR {string.Join("|", ShapeWords.Colours)}; SHAPE {string.Join("|", ShapeWords.Kinds)}; " +
        $"RELATION {string.Join("|", ShapeWords.Relations[1..])}.");
}
