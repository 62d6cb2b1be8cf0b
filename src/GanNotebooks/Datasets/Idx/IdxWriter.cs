using System.IO.Compression;

namespace GanNotebooks.Datasets;

/// <summary>Writes an array beside its target and renames it there, so that a crash leaves no half-written file.</summary>
internal static class IdxWriter
{
    private const int ChunkBytes = 1 << 16;   // a multiple of every element's size

    /// <summary>Writes <paramref name="array"/> to <paramref name="path"/>, a full path.</summary>
    public static void Write(string path, IdxArray array)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{path}: its folder does not exist. Create {folder} first.");
        var unfinished = Path.Combine(folder, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                WriteContent(file, array, gzip: path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase));
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }

    private static void WriteContent(FileStream file, IdxArray array, bool gzip)
    {
        using var packed = gzip ? new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true) : null;
        var target = (Stream?)packed ?? file;
        target.Write(new IdxHeader(array.Type, [.. array.Dimensions]).ToBytes());
        var chunk = new byte[Math.Min(ChunkBytes, array.Bytes.Length)];
        for (var rest = array.Bytes; rest.Length > 0; rest = rest[Math.Min(ChunkBytes, rest.Length)..])
        {
            var part = rest[..Math.Min(ChunkBytes, rest.Length)];
            IdxElement.SwapFileOrder(part, chunk.AsSpan(0, part.Length), array.Type);
            target.Write(chunk, 0, part.Length);
        }
    }
}
