using GanNotebooks.Data.Downloads;
using GanNotebooks.Data.Storage;

namespace GanNotebooks.Data;

/// <summary>CIFAR-10's binary version (Krizhevsky 2009): records of a label and 3·32·32 bytes, in files or still in their archive.</summary>
internal static class Cifar10
{
    /// <summary>The archive's name.</summary>
    public const string Archive = "cifar-10-binary.tar.gz";

    private const int Size = 32;
    private const int ImageBytes = 3 * Size * Size;
    private const int Record = 1 + ImageBytes;
    private const int Classes = 10;
    private const int MostBatchBytes = 10_000 * Record;

    private static readonly string[] Batches = [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin")];

    /// <summary>Whether a folder holds the archive or its first file.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Archive)) || File.Exists(Path.Combine(folder, Batches[0]));

    /// <summary>Opens the training images, 50,000 in the complete set.</summary>
    /// <exception cref="InvalidDataException">A file is damaged or missing.</exception>
    public static StoredImages Open(string folder, int? size, ImageCache cache)
    {
        var unpacked = File.Exists(Path.Combine(folder, Batches[0]));
        var sources = (unpacked ? Batches : [Archive]).Select(name => new FileInfo(Path.Combine(folder, name))).ToList();
        if (sources.Find(file => !file.Exists) is { } missing) throw new InvalidDataException($"{missing.FullName} is missing: the other batches are there. Unpack {Archive} again.");
        string[] key = [$"size {size}", .. sources.Select(file => $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}")];
        return cache.OpenOrMake("cifar10", key, writer => writer.AddAll(unpacked ? ReadFiles(sources) : ReadArchive(sources[0].FullName), size));
    }

    private static LabelledImages ReadFiles(List<FileInfo> files)
    {
        foreach (var file in files) CheckLength(file.Length, file.FullName);
        return Join(files.ConvertAll(file => (file.FullName, File.ReadAllBytes(file.FullName))));
    }

    private static LabelledImages ReadArchive(string path)
    {
        var batches = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        ArchiveFile.Read(path, (name, bytes, content) =>
        {
            if (!Batches.Contains(name)) return;
            CheckLength(bytes, $"{path}: {name}");
            var batch = batches[name] = new byte[bytes];
            content.ReadExactly(batch);
        });
        return batches.Count == Batches.Length ? Join([.. batches.Select(batch => ($"{path}: {batch.Key}", batch.Value))])
            : throw new InvalidDataException($"{path} holds {batches.Count} of the {Batches.Length} batches {Batches[0]} to {Batches[^1]}. Get it again: ./gan data get cifar10.");
    }

    private static LabelledImages Join(List<(string Name, byte[] Bytes)> batches)
    {
        var count = batches.Sum(batch => batch.Bytes.Length / Record);
        var (pixels, labels, at) = (new byte[count * ImageBytes], new byte[count], 0);
        foreach (var (name, bytes) in batches)
        {
            for (var start = 0; start < bytes.Length; start += Record, at++)
            {
                labels[at] = bytes[start] < Classes ? bytes[start] : throw new InvalidDataException($"{name}: image {start / Record} has label {bytes[start]}; expected 0 to 9. The file is damaged: get it again.");
                bytes.AsSpan(start + 1, ImageBytes).CopyTo(pixels.AsSpan(at * ImageBytes));
            }
        }
        return new LabelledImages(pixels, labels, count, 3, Size, Size);
    }

    private static void CheckLength(long bytes, string name)
    {
        if (bytes is 0 or > MostBatchBytes || bytes % Record != 0)
            throw new InvalidDataException($"{name}: {bytes:N0} bytes; expected whole images of {Record:N0} bytes, at most {MostBatchBytes:N0}. Get it again.");
    }
}
