using System.Text.RegularExpressions;

namespace GanNotebooks.Site.Workshop;

/// <summary>The part of a section that a slide shows: paragraphs, lists and formulas from its beginning.</summary>
internal static partial class SlideText
{
    /// <summary>The number of words that is enough for a slide.</summary>
    public const int Enough = 45;

    private const int Most = 90, WordsOfFormula = 8;

    /// <summary>The text in blocks, without what slides do not show: folded text, code, tables, pictures, links, anchors and comments. A formula in two parts becomes two.</summary>
    /// <param name="markdown">The text after a heading.</param>
    public static IEnumerable<string> Blocks(string markdown) => BetweenBlocks().Split(Link().Replace(Unshown().Replace(markdown, "\n\n"), "${text}"))
        .Select(block => block.Trim('\n'))
        .Where(block => block.Length > 0 && block[0] is not '|' and not '#')
        .SelectMany(block => IsFormula(block) ? block.Split("\\qquad").Select(part => $"$${part.Trim('$', ' ', ',')}$$") : [block]);

    /// <summary>The first blocks, up to about 90 words; a long list or paragraph ends after an item or a sentence.</summary>
    /// <param name="blocks">All blocks of a section.</param>
    public static List<string> Beginning(IEnumerable<string> blocks)
    {
        var chosen = new List<string>();
        foreach (var block in blocks)
        {
            var used = chosen.Sum(Words);
            var part = used + Words(block) <= Most ? block : used < Enough ? Part(block, Most - used) : string.Empty;
            if (part.Length > 0) chosen.Add(part);
            if (part != block) break;
        }
        for (var i = 0; i < chosen.Count; i++)      // what follows a colon may be missing here
            if (i == chosen.Count - 1 || !(IsFormula(chosen[i + 1]) || IsList(chosen[i + 1]))) chosen[i] = OpenEnd().Replace(chosen[i], ".");
        return chosen;
    }

    /// <summary>How many words a block has; a formula counts as some.</summary>
    public static int Words(string block) => IsFormula(block) ? WordsOfFormula : block.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>Whether a block is a formula of its own.</summary>
    public static bool IsFormula(string block) => block.StartsWith("$$", StringComparison.Ordinal);

    private static bool IsList(string block) => ListMark().IsMatch(block);

    // As many complete items or sentences as fit. A sentence ends where no formula, code, emphasis or parenthesis is open.
    private static string Part(string block, int room)
    {
        var (part, open) = (string.Empty, string.Empty);
        foreach (var piece in (IsList(block) ? BetweenItems() : BetweenSentences()).Split(block))
        {
            open += piece;
            if (Words(part + open) > room) break;
            if (!IsList(block) && ("$`*".Any(mark => open.Count(letter => letter == mark) % 2 != 0) || open.Count(letter => letter == '(') != open.Count(letter => letter == ')'))) continue;
            (part, open) = (part + open, string.Empty);
        }
        return part.Trim();
    }

    [GeneratedRegex(@"<details>.*?</details>|^```.*?^```|<!--.*?-->|</?[a-z][^>\n]*>|!\[[^\]]*\]\([^)]*\)|\[\^\w+\]", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Unshown();

    [GeneratedRegex(@"(?<!\w)\[(?<text>[^\]\[]+)\]\((?:[^()""]|""[^""]*"")*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\n[ \t]*\n")]
    private static partial Regex BetweenBlocks();

    [GeneratedRegex(@"^\s*([*-]|\d+\.)\s")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"(?<=\n)(?=\s*(?:[*-]|\d+\.)\s)")]
    private static partial Regex BetweenItems();

    [GeneratedRegex(@"(?<=[.!?]\s)(?=[A-Z*`$""(])")]
    private static partial Regex BetweenSentences();

    [GeneratedRegex(@"[:;,]$")]
    private static partial Regex OpenEnd();
}
