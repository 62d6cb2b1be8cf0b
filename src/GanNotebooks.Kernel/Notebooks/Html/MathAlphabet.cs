using System.Text;

namespace GanNotebooks.Kernel.Notebooks.Html;

/// <summary>Unicode's mathematical alphabets: block U+1D400, and the letters that Unicode had before it.</summary>
internal static class MathAlphabet
{
    private const string OldDoubleStruck = "CℂHℍNℕPℙQℚRℝZℤ";
    private const string OldScript = "BℬEℰFℱHℋIℐLℒMℳRℛeℯgℊoℴ";
    private const string OldFraktur = "CℭHℌIℑRℜZℨ";

    /// <summary>A text in one of MathML's alphabets; null for an alphabet that Unicode does not have.</summary>
    /// <param name="text">Letters and digits change, everything else stays.</param>
    /// <param name="variant">MathML's name, for example double-struck.</param>
    public static string? Convert(string text, string variant)
    {
        (int Letters, int? Digits, string Old)? alphabet = variant switch
        {
            "bold" => (0x1D400, 0x1D7CE, ""),
            "bold-italic" => (0x1D468, 0x1D7CE, ""),
            "script" => (0x1D49C, null, OldScript),
            "fraktur" => (0x1D504, null, OldFraktur),
            "double-struck" => (0x1D538, 0x1D7D8, OldDoubleStruck),
            "sans-serif" => (0x1D5A0, 0x1D7E2, ""),
            "monospace" => (0x1D670, 0x1D7F6, ""),
            _ => null,
        };
        if (alphabet is not { } found)
        {
            return null;
        }
        var converted = new StringBuilder();
        foreach (var c in text)
        {
            var old = found.Old.IndexOf(c, StringComparison.Ordinal);
            var code = c switch
            {
                _ when old >= 0 && old % 2 == 0 => found.Old[old + 1],
                >= 'A' and <= 'Z' => found.Letters + c - 'A',
                >= 'a' and <= 'z' => found.Letters + 26 + c - 'a',
                >= '0' and <= '9' when found.Digits is { } digits => digits + c - '0',
                _ => c,
            };
            converted.Append(char.ConvertFromUtf32(code));
        }
        return converted.ToString();
    }
}
