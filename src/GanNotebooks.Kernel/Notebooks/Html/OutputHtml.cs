using System.Net;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Renders outputs, each as the best of its MIME types.</summary>
/// <param name="markdown">The page's text.</param>
/// <param name="surround">Given a displayed object and its HTML, returns the HTML that a page shows; null: that HTML unchanged.</param>
internal sealed partial class OutputHtml(MarkdownPage markdown, Func<MimeBundle, string, string>? surround)
{
    private int pictures;

    /// <summary>One output as HTML; empty when there is nothing that a page can show.</summary>
    public string ToHtml(CellOutput output) => output switch
    {
        StreamOutput { Name: StreamName.Error } stream => $"<pre class=\"stderr\">{Terminal(stream.Text)}</pre>",
        StreamOutput stream => $"<pre>{Terminal(stream.Text)}</pre>",
        ErrorOutput error => $"<div class=\"error\" role=\"alert\"><strong>{WebUtility.HtmlEncode(error.Error.Name)}</strong><pre>{Terminal(error.Error.ToString())}</pre></div>",
        DisplayOutput shown => surround is null ? ToHtml(shown.Data) : surround(shown.Data, ToHtml(shown.Data)),
        _ => string.Empty,
    };

    private string ToHtml(MimeBundle data)
    {
        if (data["text/html"] is { } html)
        {
            return $"<div class=\"html\">{Script().Replace(html, string.Empty)}</div>";
        }
        if (data["image/svg+xml"] is { } svg)
        {
            return $"<figure>{InlineSvg.ToHtml(svg, ++pictures, AltOf(data))}</figure>";
        }
        foreach (var type in (string[])["image/png", "image/jpeg", "image/gif", "image/webp"])
        {
            if (data[type] is { } picture)
            {
                return $"<figure><img alt=\"{WebUtility.HtmlEncode(AltOf(data))}\" src=\"data:{type};base64,{WebUtility.HtmlEncode(LineEnds().Replace(picture, string.Empty))}\"></figure>";
            }
        }
        if (data["text/markdown"] is { } text)
        {
            return $"<div class=\"markdown\">{markdown.ToHtml(text)}</div>";
        }
        if (data["text/latex"] is { } latex)
        {
            return $"<div class=\"formula\">{Formulas.Render(latex.Trim().Trim('$'), display: true)}</div>";
        }
        return data[MimeBundle.PlainText] is { } plain ? $"<pre>{Terminal(plain)}</pre>" : string.Empty;
    }

    private static string AltOf(MimeBundle data) => data[MimeBundle.PlainText]?.Split('\n')[0].Trim() is { Length: > 0 } line ? line : "Picture";

    // A carriage return starts the line again, as progress bars do; terminal colours are left out.
    private static string Terminal(string text)
    {
        var lines = Ansi().Replace(text, string.Empty).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n').Split('\n');
        return WebUtility.HtmlEncode(string.Join('\n', lines.Select(line => line.TrimEnd('\r').Split('\r')[^1])));
    }

    [GeneratedRegex(@"\u001b\[[0-9;]*[A-Za-z]")]
    private static partial Regex Ansi();

    [GeneratedRegex(@"<script\b.*?</script\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Script();

    [GeneratedRegex(@"\s")]
    private static partial Regex LineEnds();
}
