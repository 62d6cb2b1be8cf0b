using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace GanNotebooks.Charts;

/// <summary>
/// Collects SVG text. Interpolated values are data: numbers are written with at most two decimals, text is escaped,
/// so that no caller can forget either.
/// </summary>
internal sealed class SvgCanvas
{
    // No text can contain it, since escaping drops control characters; it is replaced at the end.
    private const char DocumentId = '\u0001';

    private readonly StringBuilder svg = new();

    /// <summary>Writes markup.</summary>
    public SvgCanvas Write([InterpolatedStringHandlerArgument("")] ref Markup markup)
    {
        _ = markup;   // its values are already written
        return this;
    }

    /// <summary>Writes markup without interpolated values.</summary>
    public SvgCanvas Write(string markup)
    {
        svg.Append(markup);
        return this;
    }

    /// <summary>Writes path data: a command and its point.</summary>
    public void Point(char command, double x, double y)
    {
        svg.Append(command);
        Append(svg, x);
        if (Hundredths(y) >= 0)
            svg.Append(' ');   // a minus sign separates by itself
        Append(svg, y);
    }

    /// <summary>The whole text, with identifiers made from its hash.</summary>
    public override string ToString()
    {
        var text = svg.ToString();
        var hash = SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()));
        return text.Replace(DocumentId.ToString(), "fig" + Convert.ToHexStringLower(hash, 0, 5) + "-", StringComparison.Ordinal);
    }

    private static long Hundredths(double value) => (long)Math.Round(Math.Clamp(value, -1e6, 1e6) * 100);

    private static void Append(StringBuilder text, double value)
    {
        var hundredths = Hundredths(value);
        if (hundredths < 0)
            text.Append('-');
        var (whole, part) = Math.DivRem(Math.Abs(hundredths), 100);
        text.Append(whole);
        if (part == 0)
            return;
        text.Append('.').Append((char)('0' + (part / 10)));
        if (part % 10 != 0)
            text.Append((char)('0' + (part % 10)));
    }

    private static void Escape(StringBuilder text, string value)
    {
        foreach (var rune in value.EnumerateRunes())   // a lone half of a surrogate pair becomes U+FFFD
        {
            switch (rune.Value)
            {
                case '<': text.Append("&lt;"); break;
                case '>': text.Append("&gt;"); break;
                case '&': text.Append("&amp;"); break;
                case '"': text.Append("&quot;"); break;
                case < ' ' or 0xFFFE or 0xFFFF: text.Append(' '); break;
                default: text.Append(rune); break;
            }
        }
    }

    /// <summary>Writes the values of an interpolated string directly to the canvas.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Markup
    {
        private readonly StringBuilder text;

        // The compiler passes these lengths, which a shared canvas does not need.
        public Markup(int literalLength, int formattedCount, SvgCanvas canvas)
        {
            (_, _) = (literalLength, formattedCount);
            text = canvas.svg;
        }

        public void AppendLiteral(string value) => text.Append(value);

        public void AppendFormatted(double value) => Append(text, value);

        public void AppendFormatted(string value) => Escape(text, value);

        public void AppendFormatted(SvgId id) => text.Append(DocumentId).Append(id.Name);
    }
}
