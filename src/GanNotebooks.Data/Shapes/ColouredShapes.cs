using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>
/// Coloured shapes on textured ground, with one caption each: <c>a small red circle left of a large blue square</c>.
/// For lessons on conditions and on text; and in pairs, outlines and filled, for lessons that turn one picture into another.
/// </summary>
/// <remarks>The same seed draws the same bytes on every platform and with any number of threads.</remarks>
public static class ColouredShapes
{
    /// <summary>Height and width of an image in pixels.</summary>
    public const int Size = 32;

    private const int Bytes = 3 * Size * Size;

    /// <summary>The attributes of every picture: what its caption says, and the ground's texture.</summary>
    public static IReadOnlyList<AttributeColumn> Attributes => ShapeWords.All;

    /// <summary>Draws many pictures on all cores.</summary>
    /// <param name="count">How many images, 0 or more.</param>
    /// <param name="seed">Any number. Image i depends on the seed and on i alone: a longer draw begins with the shorter one.</param>
    /// <returns>Images (count, 3, 32, 32) with their attributes; the label is the first object's shape.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static LabelledImages Draw(int count, long seed = 0)
    {
        var table = DrawnImages.Room(count, ShapeWords.All.Count);
        var pixels = DrawnImages.Each(count, Bytes, seed, (index, random, image) =>
        {
            var scene = ShapeScene.Draw(ref random);
            scene.ToRow().CopyTo(table.AsSpan(index * ShapeWords.All.Count));
            Paint(scene, random, image);
        });
        return Wrap(pixels, count, table);
    }

    /// <summary>Draws the same pictures twice: their outlines on white, and filled on paper.</summary>
    /// <param name="count">How many pairs, 0 or more.</param>
    /// <param name="seed">Any number. Pair i depends on the seed and on i alone.</param>
    /// <param name="coloured">Whether the outlines have their objects' colours; black ones do not show the colours, so more than one filling is right.</param>
    /// <returns>Two sets of (count, 3, 32, 32) in the same order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static (LabelledImages Outlines, LabelledImages Filled) DrawPairs(int count, long seed = 0, bool coloured = true)
    {
        var table = DrawnImages.Room(count, ShapeWords.All.Count);
        var outlines = DrawnImages.Room(count, Bytes);
        var filled = DrawnImages.Each(count, Bytes, seed, (index, random, image) =>
        {
            var scene = ShapeScene.Draw(ref random) with { Ground = 0 };
            scene.ToRow().CopyTo(table.AsSpan(index * ShapeWords.All.Count));
            var places = ShapePainter.Arrange(scene, ref random);
            var canvas = new Canvas(Size);
            ShapePainter.PaintOutlines(scene, places, canvas, coloured);
            canvas.CopyTo(outlines.AsSpan(index * Bytes, Bytes));
            ShapePainter.PaintPlain(scene, places, canvas, ref random);
            canvas.CopyTo(image);
        });
        return (Wrap(outlines, count, table), Wrap(filled, count, table));
    }

    /// <summary>Draws what a caption says.</summary>
    /// <param name="caption">Such as <c>a large green star above a small pink ring</c>.</param>
    /// <param name="seed">Any number; it decides positions, shades and the ground's texture.</param>
    /// <returns>(3, 32, 32) bytes.</returns>
    /// <exception cref="FormatException">The caption does not follow the grammar; the message shows the grammar.</exception>
    public static byte[] DrawOne(string caption, long seed = 0)
    {
        var random = SplitMix64.For(seed, 0);
        var scene = ShapeScene.Parse(caption) with { Ground = (byte)random.Below(ShapeWords.Grounds.Length) };
        var image = new byte[Bytes];
        Paint(scene, random, image);
        return image;
    }

    /// <summary>What a picture shows, in words.</summary>
    /// <param name="attributes">The set's attributes.</param>
    /// <param name="image">The picture's number.</param>
    public static string Caption(ImageAttributes attributes, int image)
    {
        ArgumentNullException.ThrowIfNull(attributes);
        return ShapeScene.FromRow(attributes.Table.AsSpan(image * attributes.Columns.Count, attributes.Columns.Count)).ToString();
    }

    private static void Paint(ShapeScene scene, SplitMix64 random, Span<byte> image)
    {
        var canvas = new Canvas(Size);
        ShapePainter.Paint(scene, ShapePainter.Arrange(scene, ref random), canvas, ref random);
        canvas.CopyTo(image);
    }

    private static LabelledImages Wrap(byte[] pixels, int count, byte[] table)
    {
        var attributes = new ImageAttributes(ShapeWords.All, table);
        return new LabelledImages(pixels, attributes.Of("shape"), count, 3, Size, Size) { Attributes = attributes, ClassNames = ShapeWords.Kinds };
    }
}
