using System.IO.MemoryMappedFiles;

namespace GanNotebooks.Data.Storage;

/// <summary>Images in a memory-mapped file; the system keeps in memory what is used and fits.</summary>
internal sealed unsafe class MappedImages : IDisposable
{
    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly int imageBytes;

    /// <summary>Maps a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="offset">The position of the first image, in bytes.</param>
    /// <param name="imageBytes">Bytes of one image.</param>
    public MappedImages(string path, int offset, int imageBytes)
    {
        this.imageBytes = imageBytes;
        file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        Count = (view.Capacity - offset) / imageBytes;
        byte* first = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
        start = first + view.PointerOffset + offset;
    }

    /// <summary>How many images the file holds.</summary>
    public long Count { get; }

    /// <summary>Copies chosen images, one after another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such image.</exception>
    /// <exception cref="ArgumentException">The images together are larger than one array can be.</exception>
    public byte[] Read(ReadOnlySpan<long> indices)
    {
        if ((long)indices.Length * imageBytes > Array.MaxLength) throw new ArgumentException($"A batch of {indices.Length:N0} images of {imageBytes:N0} bytes is more than {Array.MaxLength:N0} bytes: take a smaller batch.", nameof(indices));
        var images = new byte[indices.Length * imageBytes];
        for (var i = 0; i < indices.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(indices[i], nameof(indices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(indices[i], Count, nameof(indices));
            new ReadOnlySpan<byte>(start + (indices[i] * imageBytes), imageBytes).CopyTo(images.AsSpan(i * imageBytes));
        }
        return images;
    }

    public void Dispose()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
        file.Dispose();
    }
}
