namespace GanNotebooks.Charts;

/// <summary>Estimates the width of drawn text, since no font is available when an SVG is made.</summary>
internal static class TextWidth
{
    /// <summary>The width in pixels, slightly overestimated: DejaVu Sans is the widest of the requested fonts.</summary>
    public static double Of(string text, double fontSize) => text.EnumerateRunes().Sum(rune => Em(rune.Value)) * fontSize;

    /// <summary>The text, or as much of its beginning as fits, with an ellipsis.</summary>
    public static string Fit(string text, double fontSize, double width)
    {
        if (Of(text, fontSize) <= width)
            return text;

        var end = text.Length;
        while (end > 0 && Of(text[..end], fontSize) + fontSize > width)
            end--;
        return text[..end].TrimEnd() + "…";
    }

    private static double Em(int character) => character switch
    {
        >= '0' and <= '9' => 0.63,
        'i' or 'j' or 'l' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' => 0.33,
        'f' or 'r' or 't' or '(' or ')' or '[' or ']' or '/' or '-' => 0.42,
        'm' or 'w' or 'M' or 'W' or '@' or '%' => 0.95,
        >= 'A' and <= 'Z' => 0.7,
        >= 0x1100 => 1,   // Chinese, Japanese, Korean, emoji
        _ => 0.61,
    };
}
