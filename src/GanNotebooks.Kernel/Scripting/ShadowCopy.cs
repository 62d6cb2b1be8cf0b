using System.Globalization;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Copies of assemblies to load in their place, so that a project can be built again while a notebook uses it.</summary>
/// <remarks>A copy is made once for each state of a file and serves all sessions. Native libraries are loaded where they are.</remarks>
internal static class ShadowCopy
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly string Copies = Path.Combine(UserCache.Folder, "assemblies");

    /// <summary>The state of a file: another one after it was built again.</summary>
    public static string StampOf(string path)
    {
        var file = new FileInfo(path);
        return string.Create(CultureInfo.InvariantCulture, $"{path}|{file.LastWriteTimeUtc.Ticks}|{file.Length}");
    }

    /// <summary>The path of the copy; of the file itself where no copy can be made.</summary>
    /// <param name="path">A full path.</param>
    public static string Of(string path)
    {
        var folder = Path.Combine(Copies, UserCache.NameOf(StampOf(path)));
        var copy = Path.Combine(folder, Path.GetFileName(path));
        if (File.Exists(copy))
        {
            return copy;
        }
        try
        {
            Sweep();
            Directory.CreateDirectory(folder);
            var symbols = Path.ChangeExtension(path, ".pdb");   // lines in tracebacks
            if (File.Exists(symbols))
            {
                CopyWhole(symbols, Path.ChangeExtension(copy, ".pdb"));
            }
            CopyWhole(path, copy);
            return copy;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return File.Exists(copy) ? copy : path;   // another kernel was faster, or the disk is full
        }
    }

    private static void CopyWhole(string from, string to)
    {
        var temporary = $"{to}.{Guid.NewGuid():N}.tmp";
        File.Copy(from, temporary);
        File.Move(temporary, to, overwrite: true);
    }

    private static void Sweep()
    {
        var old = new DirectoryInfo(Copies) is { Exists: true } copies
            ? copies.EnumerateDirectories().Where(folder => folder.LastWriteTimeUtc < DateTime.UtcNow - Kept)
            : [];
        foreach (var folder in old)
        {
            try
            {
                folder.Delete(recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // In use by another kernel, which Windows lets nobody delete.
            }
        }
    }
}
