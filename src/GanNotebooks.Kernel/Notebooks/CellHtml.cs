using System.Globalization;
using System.Net;
using System.Text;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Notebooks.Html;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>A notebook's cells as HTML, for pages of every kind.</summary>
/// <param name="Cells">The HTML of each cell, in order; empty for one that a page does not show.</param>
/// <param name="Contents">A list of the headings as a &lt;nav&gt;; empty if there are fewer than two.</param>
public sealed record CellHtml(IReadOnlyList<string> Cells, string Contents)
{
    /// <summary>The style sheet of such pages.</summary>
    public static string LightStyle { get; } = EmbeddedText.Read("page.css");

    /// <summary>The style sheet that a dark page adds after it.</summary>
    public static string DarkStyle { get; } = EmbeddedText.Read("dark.css");

    /// <summary>Renders a notebook as it is, without running it.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="folder">The notebook's folder, which holds the pictures of its text; null: they become links.</param>
    /// <param name="surround">Given a displayed object and its HTML, returns the HTML that a page shows; null: that HTML unchanged.</param>
    public static CellHtml Of(Notebook notebook, string? folder = null, Func<MimeBundle, string, string>? surround = null)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        var markdown = new MarkdownPage(folder);
        var outputs = new OutputHtml(markdown, surround);
        var cells = notebook.Cells.Select(cell => cell.Kind switch
        {
            CellKind.Markdown => $"<section class=\"text\">\n{markdown.ToHtml(cell.Source, cell.Attachments)}</section>\n",
            CellKind.Code when !string.IsNullOrWhiteSpace(cell.Source) => CodeToHtml(cell, outputs),
            _ => string.Empty,
        }).ToList();
        return new CellHtml(cells, ContentsOf(markdown.Headings));
    }

    private static string CodeToHtml(NotebookCell cell, OutputHtml outputs)
    {
        var html = new StringBuilder("<section class=\"cell\"");
        if (cell.ExecutionCount is { } count)
        {
            html.Append(CultureInfo.InvariantCulture, $" data-count=\"{count}\"");
        }
        html.Append(">\n<pre class=\"code\"><code>").Append(CSharpHighlighter.ToHtml(cell.Source.TrimEnd())).Append("</code></pre>\n");
        var shown = cell.Outputs.Select(outputs.ToHtml).Where(output => output.Length > 0).ToList();
        if (shown.Count > 0)
        {
            html.Append("<div class=\"outputs\">\n").AppendJoin('\n', shown).Append("\n</div>\n");
        }
        return html.Append("</section>\n").ToString();
    }

    private static string ContentsOf(List<Heading> headings)
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
