namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>Places in a text: Jupyter counts Unicode code points, .NET counts UTF-16 units.</summary>
internal static class CodePoints
{
    /// <summary>A place in UTF-16 units; past the end of the text: its end.</summary>
    public static int ToUtf16(string text, int codePoints)
    {
        var at = 0;
        for (; codePoints > 0 && at < text.Length; codePoints--)
        {
            at += IsPair(text, at) ? 2 : 1;
        }
        return at;
    }

    /// <summary>A place in code points.</summary>
    public static int FromUtf16(string text, int units)
    {
        var count = 0;
        for (var at = 0; at < units && at < text.Length; count++)
        {
            at += IsPair(text, at) ? 2 : 1;
        }
        return count;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
