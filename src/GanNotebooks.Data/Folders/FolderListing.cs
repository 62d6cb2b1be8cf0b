namespace GanNotebooks.Data.Folders;

/// <summary>The pictures of a folder by their names, before any is opened.</summary>
/// <param name="Folder">The folder's full path.</param>
/// <param name="Files">The pictures, in the order of their names.</param>
/// <param name="ClassNames">The sub-folders that are classes, or null.</param>
/// <param name="Problems">What is left out, and why.</param>
internal sealed record FolderListing(string Folder, IReadOnlyList<ListedPicture> Files, IReadOnlyList<string>? ClassNames, IReadOnlyList<Problem> Problems)
{
    private const int MostClasses = 256;
    private static readonly string[] Read = [".png", ".jpg", ".jpeg", ".jpe", ".jfif"];
    private static readonly string[] Unread = [".gif", ".bmp", ".webp", ".tif", ".tiff", ".heic", ".avif", ".jp2", ".svg", ".ico"];

    /// <summary>Lists a folder and all below it.</summary>
    public static FolderListing Of(string folder)
    {
        var root = Path.GetFullPath(folder);
        var walk = new Walk(root);
        walk.Enter(new DirectoryInfo(root));
        walk.Files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var classes = walk.Files.Select(file => ClassOf(file.Name)).Where(name => name is not null).Distinct().Cast<string>().ToList();
        if (classes.Count < 2) return new FolderListing(root, walk.Files, null, walk.Problems);
        if (classes.Count > MostClasses)
        {
            walk.Problems.Add(new Problem("the labels", $"{classes.Count} sub-folders are more than {MostClasses} classes"));
            return new FolderListing(root, walk.Files, null, walk.Problems);
        }
        walk.Problems.AddRange(walk.Files.Where(file => ClassOf(file.Name) is null).Select(file => new Problem(file.Name, "lies beside the class folders")));
        var labelled = walk.Files.Where(file => ClassOf(file.Name) is not null).Select(file => file with { Class = (byte)classes.IndexOf(ClassOf(file.Name)!) }).ToList();
        return new FolderListing(root, labelled, classes, walk.Problems);
    }

    private static string? ClassOf(string name) => name.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? name[..slash] : null;

    private sealed class Walk(string root)
    {
        private readonly HashSet<string> entered = new(StringComparer.Ordinal);

        public List<ListedPicture> Files { get; } = [];

        public List<Problem> Problems { get; } = [];

        public void Enter(DirectoryInfo folder) => Guarded(folder, () =>
        {
            var real = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
            if (!entered.Add(real))
            {
                Problems.Add(new Problem(NameOf(folder), "a link to a folder that is read already"));
                return;
            }
            foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
                if (!entry.Name.StartsWith('.') && entry.Name != "__MACOSX") Visit(entry);      // those are what systems leave behind
        });

        private void Visit(FileSystemInfo entry)
        {
            if (entry is DirectoryInfo folder)
            {
                Enter(folder);
                return;
            }
            var extension = Path.GetExtension(entry.Name);
            if (Unread.Contains(extension, StringComparer.OrdinalIgnoreCase))
                Problems.Add(new Problem(NameOf(entry), $"{extension[1..].ToUpperInvariant()} is not read: convert it to PNG or JPEG"));
            if (Read.Contains(extension, StringComparer.OrdinalIgnoreCase)) Guarded(entry, () => Add(entry));
        }

        private void Add(FileSystemInfo entry)
        {
            var file = entry.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? (FileInfo)entry;
            if (!file.Exists) Problems.Add(new Problem(NameOf(entry), "a link to nothing"));
            else Files.Add(new ListedPicture(NameOf(entry), file.Length, file.LastWriteTimeUtc.Ticks, (int)file.UnixFileMode));
        }

        private void Guarded(FileSystemInfo entry, Action look)
        {
            try
            {
                look();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Problems.Add(new Problem(NameOf(entry), $"cannot be opened: {e.Message}"));
            }
        }

        private string NameOf(FileSystemInfo entry) => Path.GetRelativePath(root, entry.FullName).Replace(Path.DirectorySeparatorChar, '/');
    }
}

/// <summary>A picture's file.</summary>
/// <param name="Name">Its path in the folder, with slashes.</param>
/// <param name="Bytes">How long it is.</param>
/// <param name="Changed">When it was changed, in ticks.</param>
/// <param name="Mode">Who may read it, on systems that say so in numbers.</param>
/// <param name="Class">The number of its class, 0 when there are none.</param>
internal sealed record ListedPicture(string Name, long Bytes, long Changed, int Mode, byte Class = 0);
