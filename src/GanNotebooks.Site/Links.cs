using System.Net;
using System.Text.RegularExpressions;

namespace GanNotebooks.Site;

/// <summary>Changes links between the course's files to links between their pages, and finds broken ones.</summary>
internal sealed partial class Links(Sources sources)
{
    private readonly List<Link> fragments = [];
    private readonly List<string> broken = [];

    /// <summary>The HTML of a cell with links to pages in place of those to files.</summary>
    /// <param name="html">The HTML from the exporter: links to notebooks end in .html, pictures are data.</param>
    /// <param name="source">The cell's file.</param>
    /// <param name="place">The cell's name in messages.</param>
    public string Redirect(string html, Source source, string place) => Reference().Replace(html, reference =>
    {
        var url = WebUtility.HtmlDecode(reference.Groups["url"].Value);
        if (reference.Groups["kind"].Value == "src")
        {
            if (!url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) broken.Add($"{place}: the picture {url} is not a file of the course");
            return reference.Value;
        }
        if (Elsewhere().IsMatch(url)) return reference.Value;
        var (path, fragment) = url.IndexOf('#', StringComparison.Ordinal) is var at and >= 0 ? (url[..at], url[(at + 1)..]) : (url, string.Empty);
        if (path.EndsWith(".html", StringComparison.Ordinal)) path = Path.ChangeExtension(path, ".ipynb");
        var target = path.Length == 0 ? source : sources.Find(Path.GetFullPath(Uri.UnescapeDataString(path), Path.GetDirectoryName(source.Path)!));
        if (target is null)
        {
            broken.Add($"{place}: the link {path} leads to no page");
            return reference.Value;
        }
        if (fragment.Length == 0) return $" href=\"{target.Page}\"";
        fragments.Add(new Link(place, target.Page, fragment));
        return $" href=\"{(target == source ? string.Empty : target.Page)}#{WebUtility.HtmlEncode(fragment)}\"";
    });

    /// <summary>Checks that no link is broken.</summary>
    /// <param name="pages">All pages.</param>
    /// <exception cref="InvalidDataException">Some are.</exception>
    public void Check(IEnumerable<SitePage> pages)
    {
        var anchors = pages.ToDictionary(page => page.Name, page => Anchor().Matches(page.Body).Select(anchor => WebUtility.HtmlDecode(anchor.Groups["id"].Value)).ToHashSet());
        broken.AddRange(fragments.Where(link => !anchors[link.Page].Contains(Uri.UnescapeDataString(link.Fragment)))
            .Select(link => $"{link.Place}: the link #{link.Fragment} leads to no place in {link.Page}"));
        if (broken.Count > 0) throw new InvalidDataException($"{string.Join('\n', broken)}\nNo site was made. Correct these and run the command again.");
    }

    private sealed record Link(string Place, string Page, string Fragment);

    // Quotation marks of text and code are escaped: only attributes match.
    [GeneratedRegex(@"\s(?<kind>href|src)=""(?<url>[^""]*)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\sid=""(?<id>[^""]*)""")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^([a-z][a-z0-9+.-]*:|//)", RegexOptions.IgnoreCase)]
    private static partial Regex Elsewhere();
}
