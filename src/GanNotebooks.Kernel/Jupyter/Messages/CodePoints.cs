namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>Positions in a text: Jupyter counts Unicode code points, .NET counts UTF-16 units. Half of a surrogate pair counts as one.</summary>
internal static class CodePoints
{
    /// <summary>A position in UTF-16 units; beyond the text: its end.</summary>
    public static int ToUtf16(string text, int codePoints) => text.EnumerateRunes().Take(codePoints).Sum(rune => rune.Utf16SequenceLength);

    /// <summary>A position in code points.</summary>
    public static int FromUtf16(string text, int units) => text[..Math.Clamp(units, 0, text.Length)].EnumerateRunes().Count();
}
