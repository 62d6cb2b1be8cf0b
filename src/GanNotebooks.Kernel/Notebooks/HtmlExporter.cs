using System.Net;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Makes one self-contained HTML page from a notebook: it fetches nothing and needs no script.</summary>
public static class HtmlExporter
{
    // The browser then refuses whatever an output may try to fetch or run.
    private const string Policy = "default-src 'none'; img-src data:; media-src data:; font-src data:; style-src 'unsafe-inline'";

    private static readonly string Style = $"{CellHtml.LightStyle}@media screen and (prefers-color-scheme: dark) {{\n{CellHtml.DarkStyle}}}";

    /// <summary>Writes the page completely or not at all.</summary>
    /// <param name="notebook">The notebook; it is not run.</param>
    /// <param name="path">An .html file; one that exists is replaced.</param>
    /// <param name="folder">The notebook's folder, which holds the pictures of its text; null: they become links.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(Notebook notebook, string path, string? folder = null) =>
        AtomicFile.Write(path, ToHtml(notebook, Path.GetFileNameWithoutExtension(path), folder));

    /// <summary>The page as HTML.</summary>
    /// <param name="notebook">The notebook; it is not run.</param>
    /// <param name="fallbackTitle">The title of a notebook without a first-level heading.</param>
    /// <param name="folder">The notebook's folder, which holds the pictures of its text; null: they become links.</param>
    public static string ToHtml(Notebook notebook, string fallbackTitle, string? folder = null)
    {
        var cells = CellHtml.Of(notebook, folder);
        return Page(WebUtility.HtmlEncode(notebook.Title ?? fallbackTitle), cells.Contents, string.Concat(cells.Cells));
    }

    private static string Page(string title, string contents, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <style>
        {Style}
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
}
