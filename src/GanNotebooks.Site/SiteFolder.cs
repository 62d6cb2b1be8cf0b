using System.Text;

namespace GanNotebooks.Site;

/// <summary>The folder of a site or of a workshop: written under another name beside it, and renamed when it is complete.</summary>
internal sealed class SiteFolder : IDisposable
{
    private readonly string target, unfinished;
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <summary>Creates the unfinished folder.</summary>
    /// <param name="folder">The folder of the finished site.</param>
    /// <param name="kind">The command that makes it. A file of this name marks such folders.</param>
    /// <exception cref="IOException">The folder holds something else.</exception>
    public SiteFolder(string folder, string kind = "site")
    {
        var mark = $"gan-{kind}.txt";
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        if (File.Exists(target)) throw new IOException($"{target} is a file: name a folder.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() && !File.Exists(Path.Combine(target, mark)))
            throw new IOException($"{target} holds other files: name a new folder, an empty one, or an earlier {kind}.");
        unfinished = $"{target}.{Guid.NewGuid():N}.tmp";
        Directory.CreateDirectory(unfinished);
        Write(mark, $"Made by ./gan {kind}, which replaces this folder when it makes the {kind} again.\n");
    }

    /// <summary>The bytes of all files so far.</summary>
    public long Bytes { get; private set; }

    /// <summary>Writes a file; an existing one of the same name is kept.</summary>
    /// <param name="name">Its path in the site, with slashes.</param>
    /// <param name="content">Its bytes, which are read and disposed of.</param>
    public void Write(string name, Stream content)
    {
        using var source = content;
        if (!written.Add(name)) return;
        var path = Path.Combine(unfinished, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = File.Create(path);
        source.CopyTo(file);
        Bytes += file.Length;
    }

    /// <inheritdoc cref="Write(string, Stream)"/>
    public void Write(string name, string content) => Write(name, new MemoryStream(Encoding.UTF8.GetBytes(content)));

    /// <summary>Moves the finished site to its folder.</summary>
    /// <exception cref="IOException">The earlier site cannot be moved, and is kept.</exception>
    public void Finish()
    {
        var earlier = unfinished + ".old";
        var replaces = Directory.Exists(target);
        if (replaces) Directory.Move(target, earlier);
        try
        {
            Directory.Move(unfinished, target);
        }
        catch when (replaces)
        {
            Directory.Move(earlier, target);
            throw;
        }
        if (replaces) Directory.Delete(earlier, recursive: true);
    }

    /// <summary>Deletes an unfinished site.</summary>
    public void Dispose()
    {
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
    }
}
