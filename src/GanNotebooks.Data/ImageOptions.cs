namespace GanNotebooks.Data;

/// <summary>How a set of images is opened.</summary>
public sealed record ImageOptions
{
    /// <summary>The default memory budget of a set, in bytes: 1 GiB, or a quarter of the machine's memory if that is less.</summary>
    public static long UsualMemoryBudget => Math.Min(1L << 30, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);

    /// <summary>How many images to draw, for sets drawn by code; other sets are read whole.</summary>
    public int Count { get; init; } = ImageDatasets.DrawnImages;

    /// <summary>The seed of drawn images.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Height and width in pixels to which images are resized. When null, a set keeps its own size; pictures of a folder keep theirs if they are
    /// squares of one size, at most 64, and become 64×64 if not.
    /// </summary>
    public int? Size { get; init; }

    /// <summary>The colour behind transparent pictures.</summary>
    public Rgb Ground { get; init; } = Rgb.White;

    /// <summary>How many bytes of images may be in memory; larger sets are read from a file, batch by batch.</summary>
    public long MemoryBudget { get; init; } = UsualMemoryBudget;
}
