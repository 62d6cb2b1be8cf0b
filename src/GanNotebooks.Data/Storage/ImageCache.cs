using System.Security.Cryptography;
using System.Text;

namespace GanNotebooks.Data.Storage;

/// <summary>
/// Sets that were drawn or decoded before, each a folder of IDX files. A set is written under a temporary name and renamed when it is complete, so that
/// two programs that start at once either find it or make it, and neither reads half of one.
/// </summary>
internal sealed class ImageCache
{
    /// <summary>How many bytes the cache may keep; the sets used longest ago go first.</summary>
    public const long MostBytes = 4L << 30;

    // To be raised whenever the same source gives other pixels: sets that earlier versions decoded are then decoded again.
    private const string Format = "3";
    private const string Making = ".making-";
    private const int MostNameRunes = 40;       // file systems allow 255 bytes for the whole name
    private readonly string root;

    private ImageCache(string root) => this.root = root;

    /// <summary>The cache beside the data; among the temporary files if that folder cannot be written to.</summary>
    /// <param name="datasetsFolder">The project's <c>datasets</c> folder.</param>
    public static ImageCache Beside(string datasetsFolder)
    {
        var beside = Path.GetFullPath(Path.Combine(datasetsFolder, ".cache"));
        try
        {
            Directory.CreateDirectory(beside);
            using var trial = new FileStream(Path.Combine(beside, $".{Environment.ProcessId}.{Guid.NewGuid():N}.tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return new ImageCache(beside);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new ImageCache(Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"gan-notebooks-{Environment.UserName}")).FullName);
        }
    }

    /// <summary>Opens a set, or makes it first.</summary>
    /// <param name="name">The set's name, for people who look into the folder.</param>
    /// <param name="key">Everything the set depends on.</param>
    /// <param name="make">Writes the set.</param>
    /// <exception cref="IOException">The set cannot be written, for example because the disk is full.</exception>
    public StoredImages OpenOrMake(string name, IEnumerable<string> key, Action<ImageWriter> make)
    {
        var folder = FolderOf(name, key);
        if (Find(folder) is { } kept) return kept;
        var unfinished = Directory.CreateDirectory(Path.Combine(root, $"{Making}{Environment.ProcessId}-{Guid.NewGuid():N}")).FullName;
        try
        {
            using (var writer = new ImageWriter(unfinished)) make(writer);
            Rename(unfinished, folder);
        }
        finally
        {
            Remove(unfinished);
        }
        Trim(keep: folder);
        return Find(folder) ?? throw new IOException($"{folder} was written and cannot be read. Delete {root} and try again.");
    }

    /// <summary>A set that was made before, or null.</summary>
    public StoredImages? Find(string name, IEnumerable<string> key) => Find(FolderOf(name, key));

    private string FolderOf(string name, IEnumerable<string> key) => Path.Combine(root, $"{string.Concat(name.EnumerateRunes().Take(MostNameRunes))}-{Fingerprint(key)}");

    private static StoredImages? Find(string folder)
    {
        if (ImageManifest.Read(folder) is not { } manifest) return null;
        Touch(folder);
        return new StoredImages(folder, manifest);
    }

    private void Rename(string unfinished, string folder)
    {
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (ImageManifest.Read(folder) is not null)
        {
            // Another program has made the same set meanwhile: its copy is used.
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            var damaged = Path.Combine(root, $"{Making}damaged-{Guid.NewGuid():N}");
            Directory.Move(folder, damaged);
            Remove(damaged);
            Directory.Move(unfinished, folder);
        }
    }

    private void Trim(string keep)
    {
        var sets = new DirectoryInfo(root).GetDirectories().Where(set => set.FullName != keep).OrderByDescending(set => set.LastWriteTimeUtc).ToList();
        foreach (var set in sets.Where(set => set.Name.StartsWith(Making, StringComparison.Ordinal) && set.LastWriteTimeUtc < DateTime.UtcNow.AddDays(-1))) Remove(set.FullName);
        var bytes = Size(new DirectoryInfo(keep));
        foreach (var set in sets.Where(set => !set.Name.StartsWith(Making, StringComparison.Ordinal)))
            if ((bytes += Size(set)) > MostBytes) Remove(set.FullName);
    }

    private static long Size(DirectoryInfo set)
    {
        try
        {
            return set.EnumerateFiles().Sum(file => file.Length);
        }
        catch (IOException)
        {
            return 0;      // another program has just removed it
        }
    }

    private static void Touch(string folder)
    {
        try
        {
            Directory.SetLastWriteTimeUtc(folder, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The time only decides what is removed first.
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another program is reading or removing it; the rest is removed another time.
        }
    }

    private static string Fingerprint(IEnumerable<string> key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in key.Prepend(Format)) hash.AppendData(Encoding.UTF8.GetBytes(part + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
