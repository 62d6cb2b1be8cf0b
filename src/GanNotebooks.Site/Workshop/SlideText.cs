using System.Text.RegularExpressions;

namespace GanNotebooks.Site.Workshop;

/// <summary>The part of a section that a slide shows: paragraphs, lists and formulas from its beginning.</summary>
internal static partial class SlideText
{
    private const int MostWords = 90, FewestWords = 12, WordsOfFormula = 8;

    /// <summary>The text in blocks, without what slides do not show: folded text, code, tables, pictures, links, anchors and comments.</summary>
    /// <param name="markdown">What follows a heading.</param>
    public static IEnumerable<string> Blocks(string markdown)
    {
        var text = Link().Replace(Unshown().Replace(markdown, "\n\n"), "${text}");
        return BetweenBlocks().Split(text).Select(block => block.Trim('\n')).Where(block => block.Length > 0 && block[0] is not '|' and not '#');
    }

    /// <summary>The first blocks, up to about 90 words; a long list or paragraph ends after an item or a sentence.</summary>
    /// <param name="blocks">All of them.</param>
    public static IReadOnlyList<string> Beginning(IEnumerable<string> blocks)
    {
        var chosen = new List<string>();
        var room = MostWords;
        foreach (var block in blocks)
        {
            var part = Words(block) <= room ? block : Part(block, room);
            if (part.Length > 0) chosen.Add(part);
            room -= Words(part);
            if (part != block || room < FewestWords) break;
        }
        if (chosen.Count > 0 && chosen[^1].EndsWith(':')) chosen[^1] = chosen[^1][..^1] + ".";     // what it leads to is not here
        return chosen;
    }

    /// <summary>How many words a block has; a formula counts by its length.</summary>
    public static int Words(string block) => Space().Count(Formula().Replace(block, string.Concat(Enumerable.Repeat(" x", WordsOfFormula)))) + 1;

    // As many whole items or sentences as there is room for. A sentence ends where no formula, code or bold text is open.
    private static string Part(string block, int room)
    {
        var part = string.Empty;
        var rest = string.Empty;
        foreach (var piece in (ListMark().IsMatch(block) ? BetweenItems() : BetweenSentences()).Split(block))
        {
            rest += piece;
            if (Words(part + rest) > room) break;
            if (rest.Count(letter => letter == '$') % 2 != 0 || rest.Count(letter => letter == '`') % 2 != 0 || Bold().Count(rest) % 2 != 0) continue;
            (part, rest) = (part + rest, string.Empty);
        }
        return part.Trim();
    }

    [GeneratedRegex(@"<details>.*?</details>|^```.*?^```|<!--.*?-->|</?[a-z][^>\n]*>|!\[[^\]]*\]\([^)]*\)|\[\^\w+\]", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Unshown();

    [GeneratedRegex(@"(?<!\w)\[(?<text>[^\]\[]+)\]\((?:[^()""]|""[^""]*"")*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BetweenBlocks();

    [GeneratedRegex(@"\$\$.*?\$\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^\s*([*-]|\d+\.)\s")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(?<=\n)(?=\s*(?:[*-]|\d+\.)\s)")]
    private static partial Regex BetweenItems();

    [GeneratedRegex(@"(?<=[.!?:;]\s)")]
    private static partial Regex BetweenSentences();

    [GeneratedRegex(@"\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
