using GanNotebooks.Charts;

namespace GanNotebooks.Diagrams;

/// <summary>A line of text around a point.</summary>
internal sealed record Words(string Text, double X, double Baseline, double Size, bool Faint = false, bool Bold = false, string Anchor = "middle")
{
    /// <summary>The box that it needs, slightly enlarged.</summary>
    public Box Box
    {
        get
        {
            var width = TextWidth.Of(Text, Size) * (Bold ? 1.06 : 1);
            return new(Anchor switch { "start" => X, "end" => X - width, _ => X - width / 2 }, Baseline - Size * 0.8, width, Size);
        }
    }

    /// <summary>Writes the text as SVG.</summary>
    public void Write(SvgCanvas svg) =>
        svg.Write($"<text x=\"{X}\" y=\"{Baseline}\" font-size=\"{Size}\" text-anchor=\"{Anchor}\" font-weight=\"{(Bold ? "600" : "400")}\" fill=\"{(Faint ? KitStyle.FaintInk : KitStyle.Ink)}\">{Text}</text>");
}
