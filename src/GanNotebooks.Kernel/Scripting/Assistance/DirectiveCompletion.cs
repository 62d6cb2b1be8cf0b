namespace GanNotebooks.Kernel.Scripting.Assistance;

/// <summary>Completes lines that start with #: the directives, and the files that they name.</summary>
internal static class DirectiveCompletion
{
    /// <summary>The completions at a cursor, or null when its line is not a directive.</summary>
    public static Completion? Find(string code, int cursor, string workingDirectory)
    {
        var lineStart = cursor == 0 ? 0 : code.LastIndexOf('\n', cursor - 1) + 1;
        var line = code[lineStart..cursor];
        var typed = line.TrimStart();
        if (!typed.StartsWith('#'))
        {
            return null;
        }
        var words = typed.Split(' ', 2);
        if (words.Length == 1)
        {
            var items = Magic.All.Concat(Magic.OfTheCompiler)
                .Where(magic => magic.Name.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
                .Select(magic => new CompletionItem(magic.Name, "magic"));
            return new([.. items], cursor - typed.Length, cursor);
        }
        return ExtensionsOf(words[0]) is { } extensions ? Files(words[1].TrimStart(), extensions, cursor, workingDirectory) : null;
    }

    private static string[]? ExtensionsOf(string directive) => directive switch
    {
        Directive.Reference => [".dll"],
        "#load" => [".csx", ".cs"],
        "#!import" => [".ipynb", ".csx", ".cs"],
        _ => null,
    };

    private static Completion Files(string argument, string[] extensions, int cursor, string workingDirectory)
    {
        var path = argument.TrimStart('"');
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        var folder = new DirectoryInfo(Path.GetFullPath(path[..start], workingDirectory));
        var found = folder.Exists && !path.StartsWith(Directive.NuGet, StringComparison.OrdinalIgnoreCase)
            ? folder.EnumerateFileSystemInfos(path[start..] + "*", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
                .Where(entry => entry is DirectoryInfo || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                .OrderBy(entry => entry is DirectoryInfo).ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                .Select(entry => new CompletionItem(entry is DirectoryInfo ? entry.Name + "/" : entry.Name, "path"))
            : [];
        return new([.. found], cursor - (path.Length - start), cursor);
    }
}
