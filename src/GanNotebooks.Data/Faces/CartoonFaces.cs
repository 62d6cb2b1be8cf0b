using GanNotebooks.Data.Painting;

namespace GanNotebooks.Data;

/// <summary>
/// Cartoon portraits drawn by code, in colour, with named attributes: a small substitute for CelebA (Liu et al. 2015) that networks can learn on a laptop.
/// </summary>
/// <remarks>The same seed draws the same bytes on every platform and with any number of threads.</remarks>
public static class CartoonFaces
{
    /// <summary>Height and width of a drawn image in pixels.</summary>
    public const int Size = 64;

    /// <summary>The sizes that faces can have: 64, and halves of it by averaging areas.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [64, 32, 16, 8, 4];

    /// <summary>The attributes of every face.</summary>
    public static IReadOnlyList<AttributeColumn> Attributes => FaceAttributes.All;

    /// <summary>Draws many faces on all cores.</summary>
    /// <param name="count">How many images, 0 or more.</param>
    /// <param name="seed">Any number. Image i depends on the seed and on i alone: a longer draw begins with the shorter one.</param>
    /// <param name="size">64, or 32, 16, 8 or 4: the same pictures, averaged over areas.</param>
    /// <returns>Images (count, 3, size, size) with their attributes; the label is the hair style.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static LabelledImages Draw(int count, long seed = 0, int size = Size)
    {
        if (!Sizes.Contains(size)) throw new ArgumentOutOfRangeException(nameof(size), size, $"Faces are drawn at {string.Join(", ", Sizes)} pixels.");
        var columns = FaceAttributes.All.Count;
        var table = DrawnImages.Room(count, columns);
        var pixels = DrawnImages.Each(count, 3 * size * size, seed, (index, random, image) =>
        {
            var face = new Face(ref random);
            face.Values.CopyTo(table.AsSpan(index * columns));
            var canvas = new Canvas(Size);
            FacePainter.Paint(face, canvas, ref random);
            if (size == Size) { canvas.CopyTo(image); return; }
            var full = new byte[3 * Size * Size];
            canvas.CopyTo(full);
            AreaAverage.Shrink(full, Size, Size / size, image);
        });
        var attributes = new ImageAttributes(FaceAttributes.All, table);
        return new LabelledImages(pixels, attributes.Of(FaceAttributes.Hair.Name), count, 3, size, size)
        {
            Attributes = attributes,
            ClassNames = FaceAttributes.Hair.Values,
        };
    }
}
