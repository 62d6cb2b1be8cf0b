using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Renders the text cells of one page; anchors are unique over all of them.</summary>
/// <param name="folder">The folder of relative pictures; null leaves them out.</param>
internal sealed partial class MarkdownPage(string? folder)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseDefinitionLists()
        .UseAutoLinks().UseMathematics().UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .Build();

    private readonly HashSet<string> ids = [];
    private int cells;

    /// <summary>The headings so far, in order.</summary>
    public List<Heading> Headings { get; } = [];

    /// <summary>A text cell as HTML.</summary>
    /// <param name="markdown">CommonMark with tables, footnotes, task lists, `$…$` and `$$…$$`.</param>
    /// <param name="attachments">The cell's own files, or null.</param>
    public string ToHtml(string markdown, JsonObject? attachments = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var id = Unique(heading.GetAttributes().Id ?? "section");
            heading.GetAttributes().Id = id;
            Headings.Add(new Heading(heading.Level, id, LinkTag().Replace(Render(renderer => renderer.WriteLeafInline(heading)), string.Empty)));
        }
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Redirect(link, attachments);
        }
        var prefix = string.Create(CultureInfo.InvariantCulture, $"c{++cells}-");
        return FootnoteId().Replace(Render(renderer => renderer.Render(document)), match => match.Groups[1].Value + prefix + match.Groups[2].Value);
    }

    private void Redirect(LinkInline link, JsonObject? attachments)
    {
        var url = link.Url ?? string.Empty;
        if (!link.IsImage)
        {
            link.Url = NotebookLink().Replace(url, "$1.html$2");   // another lesson's page is beside this one
        }
        else if (EmbeddedPicture.DataUri(url, folder, attachments) is { } data)
        {
            link.Url = data;
        }
        else
        {
            link.IsImage = false;   // the page may not fetch anything, so it links to pictures that it cannot embed
        }
    }

    private string Unique(string id)
    {
        var unique = id;
        for (var n = 1; !ids.Add(unique); n++)
        {
            unique = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        }
        return unique;
    }

    private static string Render(Action<HtmlRenderer> render)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineFormula());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new DisplayedFormula());
        renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new HighlightedCode());
        render(renderer);
        return text.ToString();
    }

    private sealed class InlineFormula : HtmlObjectRenderer<MathInline>
    {
        protected override void Write(HtmlRenderer renderer, MathInline obj) =>
            renderer.Write(Formulas.Render(obj.Content.ToString(), display: obj.DelimiterCount == 2));
    }

    private sealed class DisplayedFormula : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.EnsureLine().Write("<div class=\"formula\">").Write(Formulas.Render(obj.Lines.ToString(), display: true)).WriteLine("</div>");
    }

    private sealed class HighlightedCode : CodeBlockRenderer
    {
        protected override void Write(HtmlRenderer renderer, CodeBlock obj)
        {
            if (obj is MathBlock formula)   // a formula is a kind of code block to the parser
            {
                new DisplayedFormula().Write(renderer, formula);
            }
            else if (obj is FencedCodeBlock { Info: "csharp" or "cs" or "c#" or "C#" })
            {
                renderer.EnsureLine().Write("<pre class=\"code\"><code>").Write(CSharpHighlighter.ToHtml(obj.Lines.ToString())).WriteLine("</code></pre>");
            }
            else
            {
                base.Write(renderer, obj);
            }
        }
    }

    [GeneratedRegex(@"^(?![a-z][a-z0-9+.-]*:|//)([^#?]*)\.ipynb(#.*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NotebookLink();

    [GeneratedRegex(@"((?:id=""|href=""#))(fn(?:ref)?:)")]
    private static partial Regex FootnoteId();

    [GeneratedRegex(@"</?a\b[^>]*>")]
    private static partial Regex LinkTag();
}
