using System.Formats.Tar;
using System.IO.Compression;

namespace GanNotebooks.Data.Downloads;

/// <summary>Reads the plain files of a .tar.gz or .zip archive one after another. Nothing is written: the caller decides what to keep, and where.</summary>
internal static class ArchiveFile
{
    /// <summary>The most bytes an archive may unpack to.</summary>
    public const long MostBytes = 2L << 30;

    private const int MostEntries = 10_000;

    /// <summary>Called with one file of an archive.</summary>
    /// <param name="name">Its name without its folders.</param>
    /// <param name="bytes">Its length in bytes.</param>
    /// <param name="content">Its content.</param>
    public delegate void Visit(string name, long bytes, Stream content);

    /// <summary>Reads an archive.</summary>
    /// <param name="path">The archive; .zip by its name, else .tar.gz.</param>
    /// <param name="visit">Called with each plain file; folders and links are skipped.</param>
    /// <param name="mostBytes">The most bytes it may unpack to.</param>
    /// <exception cref="InvalidDataException">The archive is damaged, too large, or names paths outside itself.</exception>
    public static void Read(string path, Visit visit, long mostBytes = MostBytes)
    {
        using var file = File.OpenRead(path);
        try
        {
            if (path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)) ReadZip(file, path, visit, mostBytes);
            else ReadTar(file, path, visit, mostBytes);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or ArgumentException or NotSupportedException or InvalidOperationException or OverflowException)
        {
            throw Damaged(path, e.Message, e);      // what the readers throw on senseless bytes
        }
        catch (InvalidDataException e) when (!e.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw Damaged(path, e.Message, e);
        }
    }

    private static void ReadTar(FileStream file, string path, Visit visit, long mostBytes)
    {
        using var unpacked = new TarStream(new GZipStream(file, CompressionMode.Decompress), mostBytes);
        using var tar = new TarReader(unpacked);
        for (var entries = 0; tar.GetNextEntry() is { } entry; entries++)
        {
            CheckName(entry.Name, path, entries);
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile)
                visit(Path.GetFileName(entry.Name), entry.Length, entry.DataStream ?? Stream.Null);
        }
    }

    private static void ReadZip(FileStream file, string path, Visit visit, long mostBytes)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        var read = 0L;
        for (var i = 0; i < zip.Entries.Count; i++)
        {
            var entry = zip.Entries[i];
            CheckName(entry.FullName, path, i);
            if (entry.Name.Length == 0) continue;
            using var content = new LimitedStream(entry.Open(), mostBytes, read);
            visit(entry.Name, entry.Length, content);
            read = content.Position;
        }
    }

    private static void CheckName(string name, string path, int entries)
    {
        if (entries >= MostEntries) throw new InvalidDataException($"{path} holds more than {MostEntries:N0} files: it is not what it should be. Get it again.");
        if (Path.IsPathRooted(name) || name.Contains('\\', StringComparison.Ordinal) || name.Split('/').Contains(".."))
            throw new InvalidDataException($"{path} holds \"{name}\", a path outside the archive, which no data set should have. Delete it and get it again.");
    }

    private static InvalidDataException Damaged(string path, string reason, Exception cause) =>
        new($"{path} is damaged ({reason.TrimEnd('.')}). Delete it and get it again.", cause);
}
