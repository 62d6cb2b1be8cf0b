using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Notebooks;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Tests.Notebooks;

public class HtmlExporterTests
{
    [Theory]
    [InlineData("The loss $\\mathbb{E}[x^2]$.", "<math")]
    [InlineData("$$\n\\min_G \\max_D V(D, G)\n$$", "display=\"block\"")]
    [InlineData("$\\min_G \\max_D$", "<msub>")]
    [InlineData("$\\mathbb{E} \\mathcal{L} \\mathbf{W} \\mathbb{R}$", "𝔼")]
    [InlineData("$\\mathcal{L}$", "ℒ")]
    [InlineData("$\\log x$", "<mspace width=\"0.1667em\" />")]
    public void Formulas_become_mathml(string markdown, string expected)
    {
        var html = Page(markdown);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("annotation", html, StringComparison.Ordinal);
        Assert.DoesNotContain("\\ma", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It costs $5 and $10 more.", "It costs $5 and $10 more.")]
    [InlineData("`$x$` stays", "<code>$x$</code>")]
    [InlineData("```\n$x$\n```", "$x$")]
    public void Dollars_that_are_no_formulas_stay(string markdown, string expected)
    {
        var html = Page(markdown);
        Assert.Contains(expected, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<math", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$[-1, 1]$", true)]
    [InlineData("$x = -1$", true)]
    [InlineData("$x - 1$", false)]
    public void A_minus_that_belongs_to_a_number_stands_close_to_it(string formula, bool sign)
    {
        var notebook = new Notebook();
        notebook.Cells.Add(new NotebookCell(CellKind.Markdown, "a", formula));
        Assert.Equal(sign, HtmlExporter.ToHtml(notebook, "t").Contains("<mo form=\"prefix\">−</mo>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_formula_is_red_and_the_page_is_made() =>
        Assert.Contains("katex-error", Page("$x^$ and text"), StringComparison.Ordinal);

    [Fact]
    public void Code_is_escaped_and_coloured()
    {
        var html = Page(new NotebookCell(CellKind.Code, "a", "// <note>\nforeach (var x in new List<int>()) Console.WriteLine($\"a{x}\");") { ExecutionCount = 4 });
        Assert.Contains("<span class=\"c\">// &lt;note&gt;</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"f\">foreach</span>", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"t\">List</span>&lt;<span class=\"k\">int</span>&gt;", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"t\">Console</span>.<span class=\"m\">WriteLine</span>", html, StringComparison.Ordinal);
        Assert.Contains("data-count=\"4\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_fetches_nothing_and_runs_nothing()
    {
        var html = Page(
            Text("![remote](https://example.org/a.png) [site](https://example.org) <img src=\"x\">"),
            Shown("text/html", "<script src=\"https://example.org/x.js\"></script><b>ok</b>"));
        Assert.DoesNotMatch("<script|<link|@import|url\\(http", html);
        Assert.DoesNotMatch("src=\"(http|//)", html);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://example.org\">site</a>", html, StringComparison.Ordinal);
        Assert.Contains("<b>ok</b>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_pictures_with_the_same_ids_do_not_collide()
    {
        const string Svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"><defs><clipPath id=\"a\"><rect id=\"r\"/></clipPath></defs><g clip-path=\"url(#a)\" style=\"fill:url('#a')\"><use xlink:href=\"#r\"/></g></svg>";
        var html = Page(Shown("image/svg+xml", Svg), Shown("image/svg+xml", Svg));
        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(4, ids.Count);
        Assert.Equal(4, ids.Distinct().Count());
        foreach (Match use in Regex.Matches(html, "(?:url\\('?#|href=\"#)([^'\")]+)"))
        {
            Assert.Contains(use.Groups[1].Value, ids);
        }
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><style>.a{fill:red}</style></svg>")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x()\"/>")]
    [InlineData("<svg broken")]
    public void A_picture_that_would_reach_beyond_itself_is_shut_in(string svg) =>
        Assert.Contains("<img alt=\"Picture\" src=\"data:image/svg+xml;base64,", Page(Shown("image/svg+xml", svg)), StringComparison.Ordinal);

    [Fact]
    public void The_best_mime_type_is_shown_with_alternative_text()
    {
        var bundle = new MimeBundle("application/vnd.plotly.v1+json", "{}");
        bundle.Add("image/png", "aGk=\n");
        bundle.Add("text/plain", "a <grid>\nmore");
        var html = Page(Shown(bundle));
        Assert.Contains("<img alt=\"a &lt;grid&gt;\" src=\"data:image/png;base64,aGk=\">", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<pre>a", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_and_errors_look_as_on_a_terminal()
    {
        var cell = new NotebookCell(CellKind.Code, "a", "x");
        cell.Outputs.Add(new StreamOutput(StreamName.Out, "10%\r100%\r\n\u001b[31mred\u001b[0m\n"));
        cell.Outputs.Add(new ErrorOutput(new CellError("FormatException", "<bad>", ["FormatException: <bad>", "   at cell 1, line 2"])));
        var html = Page(cell);
        Assert.Contains("<pre>100%\nred</pre>", html, StringComparison.Ordinal);
        Assert.Contains("FormatException: &lt;bad&gt;\n   at cell 1, line 2", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_are_listed_with_anchors_of_their_own()
    {
        var html = Page(Text("# Top\n\n## Same"), Text("## Same\n\ntext[^1]\n\n[^1]: note"), Text("a[^1]\n\n[^1]: other"));
        Assert.Contains("<title>Top</title>", html, StringComparison.Ordinal);
        Assert.Contains("<a href=\"#same-1\">Same</a>", html, StringComparison.Ordinal);
        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.Contains("same-1", ids);
    }

    [Theory]
    [InlineData("[next](02-dcgan.ipynb)", "href=\"02-dcgan.html\"")]
    [InlineData("[next](02-dcgan.ipynb#the-loss)", "href=\"02-dcgan.html#the-loss\"")]
    [InlineData("[far](https://example.org/a.ipynb)", "href=\"https://example.org/a.ipynb\"")]
    [InlineData("- [ ] open", "type=\"checkbox\"")]
    [InlineData("|a|b|\n|-|-|\n|1|2|", "<td>1</td>")]
    [InlineData("<details>\n<summary>Solution</summary>\n\n**bold**\n\n</details>", "<strong>bold</strong>")]
    public void Markdown_is_rendered(string markdown, string expected) => Assert.Contains(expected, Page(markdown), StringComparison.Ordinal);

    [Fact]
    public void Local_pictures_are_put_into_the_page()
    {
        using var folder = new Folder();
        folder.Write("img/a.png", "hi");
        var notebook = new Notebook();
        notebook.Cells.Add(Text("![A](img/a.png)"));
        Assert.Contains("src=\"data:image/png;base64,aGk=\"", HtmlExporter.ToHtml(notebook, "t", folder.Path), StringComparison.Ordinal);
    }

    private static string Page(string markdown) => Page(Text(markdown));

    private static NotebookCell Text(string markdown) => new(CellKind.Markdown, "t", markdown);

    private static NotebookCell Shown(string mimeType, string content) => Shown(new MimeBundle(mimeType, content));

    private static NotebookCell Shown(MimeBundle bundle)
    {
        var cell = new NotebookCell(CellKind.Code, "s", "1");
        cell.Outputs.Add(new DisplayOutput(bundle));
        return cell;
    }

    private static string Page(params NotebookCell[] cells)
    {
        var notebook = new Notebook();
        foreach (var cell in cells)
        {
            notebook.Cells.Add(cell);
        }
        return HtmlExporter.ToHtml(notebook, "Untitled");
    }
}
