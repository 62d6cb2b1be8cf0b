namespace GanNotebooks.Data;

/// <summary>
/// Handwritten digits drawn by code, so that every lesson runs without a download. They keep MNIST's conventions: 28×28 grey
/// pixels, white ink (255) on black (0), fitted into 20×20 and centred by mass.
/// </summary>
/// <remarks>The same seed draws the same bytes on every platform and with any number of threads.</remarks>
public static class HandwrittenDigits
{
    /// <summary>Height and width of an image in pixels.</summary>
    public const int Size = 28;

    /// <summary>How many digits there are: labels run from 0 to 9.</summary>
    public const int Classes = 10;

    /// <summary>Draws many digits on all cores.</summary>
    /// <param name="count">How many images, 0 or more (at most 2,739,137: one array's worth).</param>
    /// <param name="seed">Any number. Image i depends on the seed and on i alone: a longer draw begins with the shorter one.</param>
    /// <returns>Images (count, 1, 28, 28) and their labels, shuffled; each run of ten holds every digit once.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static LabelledImages Draw(int count, long seed = 0)
    {
        var pixels = DrawnImages.Room(count, Size * Size);
        var labels = new byte[count];
        Parallel.For(0, (count + Classes - 1) / Classes, run => DrawRun(run, seed, pixels, labels));
        return new LabelledImages(pixels, labels, count, 1, Size, Size);
    }

    /// <summary>Draws one digit.</summary>
    /// <param name="label">The digit, 0 to 9.</param>
    /// <param name="seed">Any number; another seed is another writer.</param>
    /// <returns>28·28 bytes, rows from the top, 0 paper to 255 ink.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="label"/> is not a digit.</exception>
    public static byte[] DrawOne(int label, long seed = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, Classes);
        var image = new byte[Size * Size];
        Write(label, SplitMix64.For(seed, label), image);
        return image;
    }

    // Ten images, every digit once in random order: balanced however many images are drawn.
    private static void DrawRun(int run, long seed, byte[] pixels, byte[] labels)
    {
        Span<byte> order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        var shuffle = SplitMix64.For(~seed, run);
        for (var last = Classes - 1; last > 0; last--)
        {
            var other = shuffle.Below(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
        var first = run * Classes;
        for (var i = first; i < Math.Min(first + Classes, labels.Length); i++)
        {
            labels[i] = order[i - first];
            Write(labels[i], SplitMix64.For(seed, i), pixels.AsSpan(i * Size * Size, Size * Size));
        }
    }

    private static void Write(int label, SplitMix64 random, Span<byte> image)
    {
        var skeleton = DigitSkeletons.Pick(label, ref random);
        var hand = new Handwriting(ref random);
        InkRaster.Paint(PenPath.Trace(skeleton, hand, ref random), hand.PenWidth, image);
    }
}
