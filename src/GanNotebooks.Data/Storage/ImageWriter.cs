using System.Globalization;
using GanNotebooks.Data.Folders;

namespace GanNotebooks.Data.Storage;

/// <summary>Writes a set into a folder of the cache, image by image.</summary>
internal sealed class ImageWriter(string folder) : IDisposable
{
    private readonly FileStream file = new(Path.Combine(folder, ImageManifest.ImagesName), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 20);
    private readonly List<byte> labels = [];
    private readonly List<byte> table = [];
    private (int Channels, int Height, int Width) shape;

    /// <summary>How many images have been written so far.</summary>
    public int Count => labels.Count;

    /// <summary>Begins a set: sets the images' size and how many will follow.</summary>
    /// <exception cref="IOException">The disk has no room for them.</exception>
    public void Begin(int channels, int height, int width, int expected)
    {
        shape = (channels, height, width);
        var (bytes, free) = ((long)expected * channels * height * width, new DriveInfo(folder).AvailableFreeSpace);
        if (bytes > free)
            throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{expected:N0} images of {channels}×{height}×{width} take {bytes / 1e9:N1} GB, and {Path.GetDirectoryName(folder)} has room for {free / 1e9:N1} GB: make room, or ask for a smaller --size."));
        file.Write(Manifest(null, null, null).ImagesHeader);
    }

    /// <summary>Adds an image with its class and, in sets that have them, its attributes.</summary>
    public void Add(ReadOnlySpan<byte> image, byte label, ReadOnlySpan<byte> attributes)
    {
        file.Write(image);
        labels.Add(label);
        table.AddRange(attributes);
    }

    /// <summary>Writes a whole set, resized if a size is given.</summary>
    public void AddAll(LabelledImages images, int? size = null)
    {
        var (channels, height, width) = ImageResize.Shape(images, size);
        Begin(channels, height, width, images.Count);
        foreach (var run in ImageResize.Runs(images, size)) file.Write(run);
        labels.AddRange(images.Labels ?? new byte[images.Count]);
        table.AddRange(images.Attributes?.Table ?? []);
        End(images.ClassNames, images.Attributes?.Columns, null, images.Labels is not null);
    }

    /// <summary>Writes labels, attributes and the manifest after the last image.</summary>
    public void End(IReadOnlyList<string>? classNames, IReadOnlyList<AttributeColumn>? columns, string? warning, bool? hasLabels = null)
    {
        var manifest = Manifest(classNames, columns, warning) with { HasLabels = hasLabels ?? classNames is not null };
        file.Position = 0;
        file.Write(manifest.ImagesHeader);
        file.Flush(flushToDisk: true);
        if (manifest.HasLabels) IdxFile.Write(Path.Combine(folder, ImageManifest.LabelsName), [.. labels], Count);
        if (columns is not null) IdxFile.Write(Path.Combine(folder, ImageManifest.AttributesName), [.. table], Count, columns.Count);
        manifest.Write(folder);
    }

    public void Dispose() => file.Dispose();

    private ImageManifest Manifest(IReadOnlyList<string>? classNames, IReadOnlyList<AttributeColumn>? columns, string? warning) =>
        new(Count, shape.Channels, shape.Height, shape.Width, false, classNames, columns, warning);
}
