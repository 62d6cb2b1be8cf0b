using System.Net;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site;

/// <summary>Makes pages from notebooks and Markdown files.</summary>
internal sealed partial class PageReader(Links links, Pictures pictures, LiveCharts charts)
{
    /// <summary>Reads a file and renders it.</summary>
    public SitePage Read(Source source)
    {
        var notebook = source.Read();
        var html = CellHtml.Of(notebook, Path.GetDirectoryName(source.Path), charts.Surround);
        var cells = html.Cells.Select((cell, i) => pictures.MoveOut(links.Redirect(cell, source, source.IsNotebook ? $"{source.Shown}, cell {i + 1} ({notebook.Cells[i].Id})" : source.Shown))).ToList();
        var title = notebook.Title ?? source.Shown;
        var body = string.Concat(cells);
        return new SitePage(source.Page, title, body, html.Contents, Image().Match(body) is { Success: true } image ? image.Value : null, SectionsOf(source.Page, title, notebook, cells));
    }

    private static List<Section> SectionsOf(string page, string title, Notebook notebook, List<string> cells)
    {
        var sections = new List<Section>();
        var current = new Section(page, title, title, string.Empty);
        for (var i = 0; i < cells.Count; i++)
        {
            if (notebook.Cells[i].Kind == CellKind.Code)
            {
                current = current with { Text = $"{current.Text} {notebook.Cells[i].Source}" };
                continue;
            }
            var end = 0;
            foreach (Match heading in Heading().Matches(cells[i]))
            {
                sections.Add(current with { Text = current.Text + Plain(cells[i][end..heading.Index]) });
                current = new Section($"{page}#{WebUtility.HtmlDecode(heading.Groups["id"].Value)}", title, Plain(heading.Groups["text"].Value).Trim(), string.Empty);
                end = heading.Index + heading.Length;
            }
            current = current with { Text = current.Text + Plain(cells[i][end..]) };
        }
        sections.Add(current);
        return sections.FindAll(section => section.Text.Trim().Length > 0);
    }

    private static string Plain(string html) => Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")), " ");

    // A heading, or a paragraph that begins with an anchor and the term that it explains, as in a glossary.
    [GeneratedRegex(@"<h(?<level>[1-3])[^>]*\sid=""(?<id>[^""]*)""[^>]*>(?<text>.*?)</h\k<level>>|<p><a id=""(?<id>[^""]*)""></a><strong>(?<text>.*?)</strong>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<img\b[^>]*>")]
    private static partial Regex Image();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
