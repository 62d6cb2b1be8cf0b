using System.Text.RegularExpressions;

namespace GanNotebooks.Site;

/// <summary>Shows the README's table of lessons as cards, each with the lesson's own picture, before the first heading below the title.</summary>
internal static partial class LessonCards
{
    /// <summary>The page with cards in place of its table.</summary>
    /// <param name="page">The first page; one without such a table is returned unchanged.</param>
    /// <param name="lessons">The lessons' pages, which have the pictures.</param>
    public static SitePage Into(SitePage page, IReadOnlyList<SitePage> lessons)
    {
        var found = Table().Matches(page.Body).FirstOrDefault(table => lessons.Any(lesson => table.Value.Contains($"href=\"{lesson.Name}\"", StringComparison.Ordinal)));
        if (found is null) return page;
        var names = HeadCell().Matches(found.Value).Select(cell => cell.Groups["text"].Value).ToList();
        var cards = Row().Matches(found.Value).Select(row => Card(row, names, lessons));
        var list = $"<h2 id=\"lessons\">Lessons</h2>\n<ul class=\"cards\">\n{string.Join('\n', cards)}\n</ul>\n";
        return page with
        {
            Body = FirstHeading().Replace(page.Body.Replace(found.Value, string.Empty, StringComparison.Ordinal), heading => list + heading.Value, 1),
            Contents = FirstEntry().Replace(page.Contents, entry => $"<li class=\"h2\"><a href=\"#lessons\">Lessons</a></li>\n{entry.Value}", 1),
        };
    }

    private static string Card(Match row, List<string> names, IReadOnlyList<SitePage> lessons)
    {
        var cells = row.Groups["cell"].Captures.Select(cell => cell.Value).ToList();
        var picture = lessons.FirstOrDefault(lesson => cells[0].Contains($"href=\"{lesson.Name}\"", StringComparison.Ordinal))?.Picture;
        var text = string.Concat(cells.Skip(1).Zip(names.Skip(1), (cell, name) => $"<p><span>{name}</span> {cell}</p>"));
        return $"<li>{(picture is null ? string.Empty : Alternative().Replace(picture, " alt=\"\""))}<h3>{cells[0]}</h3>{text}</li>";
    }

    [GeneratedRegex(@"<table>.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();

    [GeneratedRegex(@"<th>(?<text>.*?)</th>")]
    private static partial Regex HeadCell();

    [GeneratedRegex(@"<tr>(\s*<td>(?<cell>.*?)</td>)+\s*</tr>")]
    private static partial Regex Row();

    [GeneratedRegex(@"<h2\b")]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"<li class=""h2"">")]
    private static partial Regex FirstEntry();

    [GeneratedRegex(@"\salt=""[^""]*""")]
    private static partial Regex Alternative();
}
