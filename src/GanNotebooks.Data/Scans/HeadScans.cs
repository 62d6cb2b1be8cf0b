namespace GanNotebooks.Data;

/// <summary>
/// Slices through a head as a scanner would show them, drawn from ellipses and noise like the phantom of Shepp and Logan (1974), for lessons on
/// augmentation and on anomalies. About two in five have a lesion, with a mask that says where. No patient was ever scanned for them, and
/// they teach methods, not medicine.
/// </summary>
/// <remarks>The same seed draws the same bytes on every platform and with any number of threads.</remarks>
public static class HeadScans
{
    /// <summary>Height and width of an image in pixels.</summary>
    public const int Size = 64;

    private static readonly string[] Classes = ["healthy", "lesion"];

    /// <summary>The attribute of every slice, <c>lesion</c>: none, bright or dark.</summary>
    public static IReadOnlyList<AttributeColumn> Attributes { get; } = [new("lesion", "none", "bright", "dark")];

    /// <summary>Draws many slices on all cores.</summary>
    /// <param name="count">How many images, 0 or more.</param>
    /// <param name="seed">Any number. Image i depends on the seed and on i alone: a longer draw begins with the shorter one.</param>
    /// <returns>Images (count, 1, 64, 64) with their attribute; label 1 where there is a lesion.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static LabelledImages Draw(int count, long seed = 0) => DrawWithMasks(count, seed).Scans;

    /// <summary>Draws many slices and the masks of their lesions.</summary>
    /// <param name="count">How many images, 0 or more.</param>
    /// <param name="seed">Any number, as for <see cref="Draw"/>, which draws the same slices.</param>
    /// <returns>Two sets of (count, 1, 64, 64); masks are 255 in a lesion and 0 elsewhere.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is out of range.</exception>
    public static (LabelledImages Scans, LabelledImages Masks) DrawWithMasks(int count, long seed = 0)
    {
        var labels = DrawnImages.Room(count, 1);
        var kinds = DrawnImages.Room(count, 1);
        var masks = DrawnImages.Room(count, Size * Size);
        var scans = DrawnImages.Each(count, Size * Size, seed, (index, random, image) =>
        {
            var head = new HeadPhantom(ref random);
            head.Paint(image, masks.AsSpan(index * Size * Size, Size * Size), ref random);
            kinds[index] = (byte)(head.Lesion is null ? 0 : head.IsBright ? 1 : 2);
            labels[index] = Math.Min(kinds[index], (byte)1);
        });
        return (Wrap(scans), Wrap(masks));

        LabelledImages Wrap(byte[] pixels) => new(pixels, labels, count, 1, Size, Size) { ClassNames = Classes, Attributes = new ImageAttributes(Attributes, kinds) };
    }
}
