using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site;

/// <summary>A file that becomes a page.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Shown">Its path in the project, for messages.</param>
/// <param name="Page">The page's file name.</param>
internal sealed record Source(string Path, string Shown, string Page)
{
    public bool IsNotebook => Path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads its cells; a Markdown file is one cell.</summary>
    public Notebook Read()
    {
        if (IsNotebook) return Notebook.Load(Path);
        return new Notebook { Cells = { new NotebookCell(CellKind.Markdown, "text", File.ReadAllText(Path)) } };
    }
}

/// <summary>The files that become pages: the given ones, then Markdown files that their pages link to.</summary>
internal sealed class Sources
{
    private readonly string root;
    private readonly Queue<Source> waiting = new();
    private readonly Dictionary<string, Source> known = new(StringComparer.Ordinal);

    /// <param name="root">The project's folder.</param>
    /// <param name="first">The full paths of the first files.</param>
    public Sources(string root, IEnumerable<string> first)
    {
        this.root = root;
        foreach (var path in first) Add(path);
    }

    /// <summary>The next file to read; null after the last.</summary>
    public Source? Next() => waiting.TryDequeue(out var source) ? source : null;

    /// <summary>The file that a link leads to; null if it does not become a page.</summary>
    /// <param name="path">The full path of a page's source, or of a folder with a README.md.</param>
    public Source? Find(string path)
    {
        if (Directory.Exists(path)) path = Path.Combine(path, "README.md");
        if (known.TryGetValue(path, out var source)) return source;
        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && IsInside(path) && File.Exists(path) ? Add(path) : null;
    }

    private bool IsInside(string path) => !Path.GetRelativePath(root, path).StartsWith("..", StringComparison.Ordinal);

    private Source Add(string path)
    {
        var shown = Path.GetRelativePath(root, path).Replace('\\', '/');
        var source = known[path] = new Source(path, shown, PageOf(shown));
        waiting.Enqueue(source);
        return source;
    }

    // All pages lie in one folder: notebooks/01-vanilla-gan.ipynb is 01-vanilla-gan.html, notebooks/models/README.md is notebooks-models.html.
    private static string PageOf(string shown)
    {
        if (shown == "README.md") return "index.html";
        var stem = shown.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) ? Path.GetFileName(shown) : shown.Replace("/README.md", ".md", StringComparison.Ordinal).Replace('/', '-');
        return Path.ChangeExtension(stem, ".html");
    }
}
