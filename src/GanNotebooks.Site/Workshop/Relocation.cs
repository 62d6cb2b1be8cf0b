using System.Text.RegularExpressions;

namespace GanNotebooks.Site.Workshop;

/// <summary>Adapts the relative links of a text when it moves to another folder.</summary>
/// <param name="root">The project's folder. Links from a folder inside it stay relative; those from elsewhere become absolute.</param>
/// <param name="from">The text's folder.</param>
/// <param name="to">Its new folder.</param>
internal sealed partial class Relocation(string root, string from, string to)
{
    /// <summary>The path of a file or folder relative to the new folder, with slashes.</summary>
    public string PathTo(string target) =>
        (Path.GetRelativePath(root, to).StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(Path.GetRelativePath(root, to)) ? target : Path.GetRelativePath(to, target)).Replace('\\', '/');

    /// <summary>The text with its links changed.</summary>
    /// <param name="markdown">Markdown, with HTML in it.</param>
    /// <param name="name">Given a link as it is written, returns its replacement; null: a link to the same file.</param>
    public string Links(string markdown, Func<string, string?> name) => Link().Replace(markdown, link =>
    {
        var url = link.Groups["url"].Value;
        if (Elsewhere().IsMatch(url)) return link.Value;
        var (path, rest) = url.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (url[..at], url[at..]) : (url, string.Empty);
        var full = Path.GetFullPath(Uri.UnescapeDataString(path), from);
        if (name(path) is not { } there)
        {
            if (!File.Exists(full) && !Directory.Exists(full)) return link.Value;      // code that looks like a link
            there = PathTo(full).Replace(" ", "%20", StringComparison.Ordinal);
        }
        return $"{link.Groups["before"].Value}{there}{rest}";
    });

    [GeneratedRegex(@"(?<before>\]\(|\s(?:src|href)="")(?<url>[^\s)""]+)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^([a-z][a-z0-9+.-]*:|//|#)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
