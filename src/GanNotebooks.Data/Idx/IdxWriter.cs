using System.IO.Compression;

namespace GanNotebooks.Data;

/// <summary>Writes arrays as IDX files.</summary>
internal static class IdxWriter
{
    private const int ChunkBytes = 1 << 16;   // a multiple of every element's size

    /// <summary>Writes <paramref name="array"/> to <paramref name="path"/>, a full path, whole or not at all.</summary>
    public static void Write(string path, IdxArray array)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"{path}: its folder does not exist. Create {folder} first.");
        AtomicFile.Write(path, file => WriteContent(file, array, gzip: path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)));
    }

    private static void WriteContent(Stream file, IdxArray array, bool gzip)
    {
        using var packed = gzip ? new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true) : null;
        var target = packed ?? file;
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
