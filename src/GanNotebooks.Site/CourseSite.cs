using GanNotebooks.Kernel.Notebooks;
using Plotly.NET;

namespace GanNotebooks.Site;

/// <summary>Writes the whole course as static pages, from notebooks as they are: nothing is run.</summary>
public static class CourseSite
{
    /// <summary>Writes the site completely or not at all.</summary>
    /// <param name="root">The project's folder. Its README.md becomes the first page, and Markdown files that pages link to become pages.</param>
    /// <param name="notebooks">The lessons' files in their order, then other notebooks.</param>
    /// <param name="folder">A new or empty folder, or an earlier site, which is replaced.</param>
    /// <param name="stop">Cancels it between two pages; nothing is written then.</param>
    /// <returns>How many pages there are, and the bytes of all files.</returns>
    /// <exception cref="InvalidDataException">Links are broken: the message names each with its notebook and cell.</exception>
    /// <exception cref="IOException">The folder holds something else, or a file cannot be read or written.</exception>
    public static (int Pages, long Bytes) Write(string root, IReadOnlyList<string> notebooks, string folder, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(notebooks);
        using var files = new SiteFolder(folder);
        var sources = new Sources(root, [Path.Combine(root, "README.md"), .. notebooks]);
        var links = new Links(sources);
        var reader = new PageReader(links, new Pictures(files), new LiveCharts(files));
        var pages = new List<SitePage>();
        while (sources.Next() is { } source)
        {
            stop.ThrowIfCancellationRequested();
            pages.Add(reader.Read(source));
        }
        links.Check(pages);

        var lessons = pages.GetRange(1, notebooks.Count);
        pages[0] = LessonCards.Into(pages[0], lessons);
        foreach (var page in pages) files.Write(page.Name, Layout.ToHtml(page, lessons, pages[0].Title));
        files.Write("search-index.js", SearchIndex.Script(pages));
        WriteCommonFiles(files);
        stop.ThrowIfCancellationRequested();
        files.Finish();
        return (pages.Count, files.Bytes);
    }

    private static void WriteCommonFiles(SiteFolder files)
    {
        var own = typeof(CourseSite).Assembly;
        foreach (var name in own.GetManifestResourceNames().Where(name => !name.StartsWith("slides.", StringComparison.Ordinal))) files.Write(name, own.GetManifestResourceStream(name)!);
        files.Write("page.css", CellHtml.LightStyle);
        files.Write("dark.css", CellHtml.DarkStyle);
        var charts = typeof(GenericChart).Assembly;
        files.Write("plotly.min.js", charts.GetManifestResourceStream(charts.GetManifestResourceNames().Single(name => name.EndsWith(".min.js", StringComparison.Ordinal)))!);
    }
}
