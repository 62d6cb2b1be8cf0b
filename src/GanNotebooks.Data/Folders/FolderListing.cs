namespace GanNotebooks.Data.Folders;

/// <summary>The pictures of a folder, before any is decoded.</summary>
/// <param name="Folder">The folder's full path.</param>
/// <param name="Files">The pictures, in the order of their names.</param>
/// <param name="ClassNames">The sub-folders that are classes, in natural order, or null.</param>
/// <param name="Notes">The decisions about the folder's layout, in sentences.</param>
/// <param name="Problems">The files that are left out, and why.</param>
/// <param name="AttributeLists">The full paths of lists of attributes.</param>
internal sealed record FolderListing(string Folder, IReadOnlyList<ListedPicture> Files, IReadOnlyList<string>? ClassNames, IReadOnlyList<string> Notes, IReadOnlyList<Problem> Problems, IReadOnlyList<string> AttributeLists)
{
    private const int MostClasses = 256;
    private const char Undecodable = '\uFFFD';      // what .NET turns bytes into that are not UTF-8

    /// <summary>The usual extensions of pictures' files.</summary>
    public static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".jpe", ".jfif"];

    /// <summary>The error message for a path that .NET cannot open; null if it can.</summary>
    /// <param name="path">The path as .NET decodes it.</param>
    public static string? NameProblem(string path) => path.Contains(Undecodable, StringComparison.Ordinal) && !Path.Exists(path)
        ? "its name is not UTF-8, and .NET cannot open it: rename it, for example with convmv -f latin1 -t utf8 --notest" : null;

    /// <summary>Lists a folder and all below it.</summary>
    public static FolderListing Of(string folder)
    {
        var root = Path.GetFullPath(folder);
        var walk = new Walk(root);
        walk.Enter(new DirectoryInfo(root));
        walk.Files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        var layout = FolderLayout.Of(Path.GetFileName(Path.TrimEndingDirectorySeparator(root)), walk.Files, MostClasses);
        return new FolderListing(root, layout.Pictures, layout.Classes, layout.Notes, [.. walk.Problems, .. layout.Problems], walk.AttributeLists);
    }

    private sealed class Walk(string root)
    {
        private readonly HashSet<string> entered = new(StringComparer.Ordinal);

        public List<ListedPicture> Files { get; } = [];

        public List<Problem> Problems { get; } = [];

        public List<string> AttributeLists { get; } = [];

        public void Enter(DirectoryInfo folder) => Guarded(folder, () =>
        {
            var real = folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
            if (!entered.Add(real))
            {
                Problems.Add(new Problem(NameOf(folder), "a link to a folder that has been read already"));
                return;
            }
            foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal)) Visit(entry);
        });

        // Operating systems leave behind files that begin with a dot, and __MACOSX.
        private void Visit(FileSystemInfo entry)
        {
            var isHidden = entry.Name.StartsWith('.');
            if (NameProblem(entry.FullName) is { } reason) Problems.Add(new Problem(NameOf(entry), reason));
            else if (entry is DirectoryInfo folder)
            {
                if (!isHidden && entry.Name != "__MACOSX") Enter(folder);
            }
            else if (!entry.Name.StartsWith("._", StringComparison.Ordinal)) Guarded(entry, () => Look((FileInfo)entry, isHidden));
        }

        private void Look(FileInfo entry, bool isHidden)
        {
            if (CelebAttributes.IsList(entry.Name))
            {
                AttributeLists.Add(entry.FullName);
                return;
            }
            var file = entry.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? entry;
            var isNamed = !isHidden && Pictures.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase);       // whether it is a picture shows when it is decoded
            var (isPicture, reason) = !file.Exists ? (false, "a link to nothing") : isNamed ? (true, null) : FileContent.Look(file);
            if (isPicture && isHidden) reason = "hidden: its name begins with a dot";
            else if (isPicture) Files.Add(new ListedPicture(NameOf(entry), file.Length, file.LastWriteTimeUtc.Ticks, (int)file.UnixFileMode));
            if (reason is not null && (isPicture || !isHidden)) Problems.Add(new Problem(NameOf(entry), reason));
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
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Changed">When it was last changed, in ticks.</param>
/// <param name="Mode">Its Unix permissions, on systems that have them.</param>
/// <param name="Class">The number of its class, 0 when there are none.</param>
internal sealed record ListedPicture(string Name, long Bytes, long Changed, int Mode, byte Class = 0);
