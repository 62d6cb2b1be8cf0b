using System.Net;
using System.Text.RegularExpressions;

namespace GanNotebooks.Site.Tests;

/// <summary>The site of the course as it lies in the repository.</summary>
public sealed partial class CourseTests(CourseTests.WholeSite site) : IClassFixture<CourseTests.WholeSite>
{
    private const long MostBytes = 30_000_000;

    [Fact]
    public void Every_notebook_has_a_page_and_the_first_page_shows_every_lesson()
    {
        var first = site.Pages["index.html"];
        foreach (var name in site.Notebooks)
        {
            Assert.Contains(name + ".html", site.Pages.Keys);
            if (name != "cookbook") Assert.Matches($"<li>(<img[^>]*>)?<h3><a href=\"{Regex.Escape(name)}\\.html\">", first);
        }
        Assert.Contains("./gan run", first, StringComparison.Ordinal);
        Assert.Contains("<math", site.Pages["01-vanilla-gan.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void Lessons_lead_to_the_one_before_and_the_one_after()
    {
        for (var i = 0; i < site.Notebooks.Count; i++)
        {
            var page = site.Pages[site.Notebooks[i] + ".html"];
            Assert.Equal(i > 0, page.Contains("rel=\"prev\"", StringComparison.Ordinal));
            Assert.Equal(i < site.Notebooks.Count - 1, page.Contains("rel=\"next\"", StringComparison.Ordinal));
            if (i > 0) Assert.Contains($"<a rel=\"prev\" href=\"{site.Notebooks[i - 1]}.html\">", page, StringComparison.Ordinal);
            if (i < site.Notebooks.Count - 1) Assert.Contains($"<a rel=\"next\" href=\"{site.Notebooks[i + 1]}.html\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_a_page_shows_are_files_of_the_site_and_links_lead_somewhere()
    {
        foreach (var (name, page) in site.Pages)
        {
            Assert.DoesNotMatch(@"<[a-z]+\s[^>]*\son\w+=""", page);
            Assert.DoesNotMatch(@"<img\b(?![^>]*\sheight="")", page);      // a picture that comes late would move the text
            foreach (Match used in Used().Matches(page)) Assert.True(File.Exists(Path.Combine(site.Folder, used.Groups["url"].Value)), $"{name}: {used.Value}");
            foreach (Match link in Link().Matches(page).Where(link => !link.Groups["url"].Value.Contains(':', StringComparison.Ordinal)))
            {
                var (to, anchor) = WebUtility.HtmlDecode(link.Groups["url"].Value).Split('#') is [var path, var fragment] ? (path, fragment) : (link.Groups["url"].Value, null);
                Assert.True(site.Pages.TryGetValue(to.Length == 0 ? name : to, out var target), $"{name}: {link.Value}");
                if (anchor is not null) Assert.Contains($" id=\"{anchor}\"", WebUtility.HtmlDecode(target), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Style_sheets_and_the_sites_own_scripts_fetch_nothing_from_elsewhere()
    {
        foreach (var file in (string[])["page.css", "dark.css", "site.css", "theme.js", "search.js", "charts.js"])
            Assert.DoesNotMatch("(https?:)?//[a-z]|@import|url\\(", File.ReadAllText(Path.Combine(site.Folder, file)));
    }

    [Fact]
    public void The_whole_is_small_enough_and_its_libraries_come_with_their_licences()
    {
        var files = Directory.GetFiles(site.Folder, "*", SearchOption.AllDirectories);
        Assert.Equal(site.Bytes, files.Sum(file => new FileInfo(file).Length));
        Assert.InRange(site.Bytes, 1, MostBytes);
        Assert.True(File.Exists(Path.Combine(site.Folder, "MiniSearch", "LICENSE")));
        Assert.Contains("Licensed under the MIT license", File.ReadAllText(Path.Combine(site.Folder, "plotly.min.js"))[..500], StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_have_a_picture_and_data_and_sections_can_be_searched()
    {
        var charts = Chart().Matches(site.Pages["01-vanilla-gan.html"]).Select(chart => chart.Groups["name"].Value).ToList();
        Assert.NotEmpty(charts);
        Assert.All(charts, chart => Assert.StartsWith($"charts['{chart}'] = {{", File.ReadAllText(Path.Combine(site.Folder, "charts", chart + ".js")), StringComparison.Ordinal));
        Assert.Contains("01-vanilla-gan.html#", File.ReadAllText(Path.Combine(site.Folder, "search-index.js")), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"<(?:img|script|link)\b[^>]*\s(?:src|href)=""(?<url>[^""]*)""")]
    private static partial Regex Used();

    [GeneratedRegex(@"<a\b[^>]*\shref=""(?<url>[^""]*)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"<figure class=""chart"" data-chart=""(?<name>\w+)""><div><svg")]
    private static partial Regex Chart();

    public sealed class WholeSite : IDisposable
    {
        public WholeSite()
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "GanNotebooks.sln"))) root = root.Parent!;
            var notebooks = Directory.GetFiles(Path.Combine(root.FullName, "notebooks"), "*.ipynb").Order(StringComparer.Ordinal).ToList();
            Notebooks = notebooks.ConvertAll(path => Path.GetFileNameWithoutExtension(path)!);
            Folder = Path.Combine(scratch, "site");
            Bytes = CourseSite.Write(root.FullName, notebooks, Folder).Bytes;
            Pages = Directory.GetFiles(Folder, "*.html").ToDictionary(path => Path.GetFileName(path)!, File.ReadAllText);
        }

        private readonly string scratch = Directory.CreateTempSubdirectory("gan-site-").FullName;

        public string Folder { get; }

        public long Bytes { get; }

        public List<string> Notebooks { get; }

        public Dictionary<string, string> Pages { get; }

        public void Dispose() => Directory.Delete(scratch, recursive: true);
    }
}
