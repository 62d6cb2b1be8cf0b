namespace GanNotebooks.Data.Storage;

/// <summary>A set in the cache.</summary>
internal sealed record StoredImages(string Folder, ImageManifest Manifest)
{
    /// <summary>Bytes of all images.</summary>
    public long Bytes => (long)Manifest.Count * Manifest.ImageBytes;

    /// <summary>The set for training: in memory when it fits the budget, else read from its file.</summary>
    public ImageDataset Open(string name, long memoryBudget)
    {
        var images = Path.Combine(Folder, ImageManifest.ImagesName);
        long[] shape = [Manifest.Count, Manifest.Channels, Manifest.Height, Manifest.Width];
        var labels = Manifest.HasLabels ? IdxFile.Read(Path.Combine(Folder, ImageManifest.LabelsName)).Bytes : null;
        var attributes = Manifest.Attributes is { } columns ? new ImageAttributes(columns, IdxFile.Read(Path.Combine(Folder, ImageManifest.AttributesName)).Bytes) : null;
        var inMemory = Bytes <= Math.Min(memoryBudget, Array.MaxLength);
        var set = inMemory ? new ImageDataset(name, IdxFile.Read(images).Bytes, shape, labels)
            : new ImageDataset(name, new MappedImages(images, Manifest.ImagesHeader.Length, Manifest.ImageBytes), shape, labels);
        return set.With(Manifest.ClassNames, attributes, Manifest.Warning);
    }
}
