using System.Net;

namespace GanNotebooks.Site;

/// <summary>The parts that all pages have: the head, the bar at the top, the contents at the side, the links to the previous and next lesson.</summary>
internal static class Layout
{
    // The browser refuses whatever an output may try to fetch or run. On the disk, a page's own files have the scheme file.
    private const string Policy = "default-src 'none'; script-src 'self' file:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data: blob:; base-uri 'none'; form-action 'none'";

    /// <summary>The whole page.</summary>
    /// <param name="page">The page's content.</param>
    /// <param name="lessons">The pages that link to the one before and the one after.</param>
    /// <param name="site">The course's name.</param>
    public static string ToHtml(SitePage page, List<SitePage> lessons, string site) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Encode(page.Title == site ? site : $"{page.Title} · {site}")}</title>
        <link rel="icon" href="icon.svg">
        <link rel="stylesheet" href="page.css">
        <link rel="stylesheet" href="dark.css" id="site-dark" media="screen and (prefers-color-scheme: dark)">
        <link rel="stylesheet" href="site.css">
        <script src="theme.js"></script>
        <script src="search.js" defer></script>
        <script src="charts.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#site-text">Skip to the text</a>
        <header>
        <a class="home" href="index.html"><img src="icon.svg" alt="" width="28" height="28">{Encode(site)}</a>
        <form role="search" id="site-search" hidden>
        <label class="unseen" for="site-words">Search the course</label>
        <input type="search" id="site-words" placeholder="Search ( / )" autocomplete="off" spellcheck="false" aria-describedby="site-count">
        <div id="site-found" hidden><p id="site-count" role="status"></p><ol></ol></div>
        </form>
        <button type="button" id="site-theme" hidden>Dark</button>
        </header>
        <div class="columns">
        {(page.Contents.Length > 0 ? $"<details class=\"contents\"><summary>On this page</summary>\n{page.Contents}\n</details>" : string.Empty)}
        <main id="site-text" tabindex="-1">
        {page.Body}{Neighbours(page, lessons)}
        </main>
        </div>
        </body>
        </html>

        """;

    private static string Neighbours(SitePage page, List<SitePage> lessons)
    {
        var at = lessons.IndexOf(page);
        if (at < 0) return string.Empty;
        var before = at > 0 ? $"<a rel=\"prev\" href=\"{lessons[at - 1].Name}\"><span>Previous</span> {Encode(lessons[at - 1].Title)}</a>" : string.Empty;
        var after = at < lessons.Count - 1 ? $"<a rel=\"next\" href=\"{lessons[at + 1].Name}\"><span>Next</span> {Encode(lessons[at + 1].Title)}</a>" : string.Empty;
        return $"<nav class=\"neighbours\" aria-label=\"Lessons before and after\">{before}{after}</nav>";
    }

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
