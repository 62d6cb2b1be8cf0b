using System.Globalization;
using System.Reflection.PortableExecutable;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Makes copies of assemblies and loads those, so that a project can be built again while a notebook uses it.</summary>
/// <remarks>
/// A copy is made once for each state of a file and serves all sessions. Native libraries beside it are not copied, since some are
/// gigabytes large: they are linked, because libraries look for them beside their own assembly.
/// </remarks>
internal static class ShadowCopy
{
    private const string NativeFolder = "runtimes";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly string Copies = Path.Combine(UserCache.Folder, "assemblies");

    /// <summary>A text for the state of a file or folder, which changes when it is built again.</summary>
    public static string StampOf(string path)
    {
        var file = new FileInfo(path);
        return string.Create(CultureInfo.InvariantCulture, $"{path}|{file.LastWriteTimeUtc.Ticks}|{(file.Exists ? file.Length : 0)}");
    }

    /// <summary>The path of the copy; that of the file itself if no copy can be made.</summary>
    /// <param name="path">A full path.</param>
    public static string Of(string path)
    {
        var natives = NativesBeside(path);
        var folder = Path.Combine(Copies, UserCache.NameOf(string.Join('\n', natives.Prepend(path).Select(StampOf))));
        var copy = Path.Combine(folder, Path.GetFileName(path));
        if (File.Exists(copy))
        {
            return copy;
        }
        try
        {
            Sweep();
            Directory.CreateDirectory(folder);
            var symbols = Path.ChangeExtension(path, ".pdb");   // for lines in tracebacks
            if (File.Exists(symbols))
            {
                CopyWhole(symbols, Path.ChangeExtension(copy, ".pdb"));
            }
            foreach (var native in natives)
            {
                Link(native, Path.Combine(folder, Path.GetFileName(native)));
            }
            CopyWhole(path, copy);   // last: when it exists, the rest does too
            return copy;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return File.Exists(copy) ? copy : path;   // another kernel was faster, or the disk is full
        }
    }

    private static List<string> NativesBeside(string path)
    {
        var folder = Path.GetDirectoryName(path)!;
        var runtimes = Path.Combine(folder, NativeFolder);
        return [.. Directory.EnumerateFiles(folder).Where(IsNative).Order(StringComparer.Ordinal), .. Directory.Exists(runtimes) ? [runtimes] : Array.Empty<string>()];
    }

    private static bool IsNative(string path)
    {
        var name = Path.GetFileName(path);
        if (!OperatingSystem.IsWindows())
        {
            return name.EndsWith(".so", StringComparison.Ordinal) || name.Contains(".so.", StringComparison.Ordinal) || name.EndsWith(".dylib", StringComparison.Ordinal);
        }
        if (!name.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
        using var file = new PEReader(File.OpenRead(path));
        return !file.HasMetadata;
    }

    private static void Link(string from, string to)
    {
        try
        {
            _ = Directory.Exists(from) ? Directory.CreateSymbolicLink(to, from) : File.CreateSymbolicLink(to, from);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another kernel has made it, or Windows requires a privilege for links: then the library is found by its .deps.json.
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
                // In use by another kernel: Windows does not allow deleting it.
            }
        }
    }
}
