using System.Globalization;
using System.Net;
using System.Text;
using GanNotebooks.Kernel.Notebooks.Html;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Makes one self-contained HTML page of a notebook: it fetches nothing and needs no script.</summary>
public static class HtmlExporter
{
    // The browser itself then refuses whatever an output may try to fetch or run.
    private const string Policy = "default-src 'none'; img-src data:; media-src data:; font-src data:; style-src 'unsafe-inline'";

    private static readonly Lazy<string> Style = new(() => EmbeddedText.Read("page.css"));

    /// <summary>Writes the page whole or not at all.</summary>
    /// <param name="notebook">As it is: it is not run.</param>
    /// <param name="path">An .html file; one that exists is replaced.</param>
    /// <param name="folder">The notebook's folder, where the pictures of its text lie; null: they become links.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(Notebook notebook, string path, string? folder = null) =>
        AtomicFile.Write(path, ToHtml(notebook, Path.GetFileNameWithoutExtension(path), folder));

    /// <summary>The page.</summary>
    /// <param name="notebook">As it is: it is not run.</param>
    /// <param name="fallbackTitle">The title of a notebook without a first-level heading.</param>
    /// <param name="folder">The notebook's folder, where the pictures of its text lie; null: they become links.</param>
    public static string ToHtml(Notebook notebook, string fallbackTitle, string? folder = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var markdown = new MarkdownPage(folder);
        var outputs = new OutputHtml(markdown);
        var body = new StringBuilder();
        foreach (var cell in notebook.Cells)
        {
            switch (cell.Kind)
            {
                case CellKind.Markdown:
                    body.Append("<section class=\"text\">\n").Append(markdown.ToHtml(cell.Source, cell.Attachments)).Append("</section>\n");
                    break;
                case CellKind.Code when !string.IsNullOrWhiteSpace(cell.Source):
                    AppendCode(cell, outputs, body);
                    break;
            }
        }
        return Page(WebUtility.HtmlEncode(notebook.Title ?? fallbackTitle), Contents(markdown.Headings), body);
    }

    private static string Page(string title, string contents, StringBuilder body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <style>
        {Style.Value}
        </style>
        </head>
        <body>
        {contents}
        <main>
        {body}
        </main>
        </body>
        </html>

        """;

    private static void AppendCode(NotebookCell cell, OutputHtml outputs, StringBuilder body)
    {
        var count = cell.ExecutionCount?.ToString(CultureInfo.InvariantCulture);
        body.Append("<section class=\"cell\"");
        if (count is not null)
        {
            body.Append(" data-count=\"").Append(count).Append('"');
        }
        body.Append(">\n<pre class=\"code\"><code>").Append(CSharpHighlighter.ToHtml(cell.Source.TrimEnd())).Append("</code></pre>\n");
        var shown = cell.Outputs.Select(outputs.ToHtml).Where(html => html.Length > 0).ToList();
        if (shown.Count > 0)
        {
            body.Append("<div class=\"outputs\">\n").AppendJoin('\n', shown).Append("\n</div>\n");
        }
        body.Append("</section>\n");
    }

    private static string Contents(List<Heading> headings)
    {
        var listed = headings.Where(heading => heading.Level <= 3).ToList();
        if (listed.Count < 2)
        {
            return string.Empty;
        }
        var items = listed.Select(heading => string.Create(CultureInfo.InvariantCulture,
            $"<li class=\"h{heading.Level}\"><a href=\"#{WebUtility.HtmlEncode(heading.Id)}\">{heading.Html}</a></li>"));
        return $"<nav aria-label=\"Contents\"><ol>\n{string.Join('\n', items)}\n</ol></nav>";
    }
}
