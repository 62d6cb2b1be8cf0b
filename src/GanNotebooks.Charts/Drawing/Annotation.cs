namespace GanNotebooks.Charts;

/// <summary>A line of text at a position.</summary>
/// <param name="Text">The text.</param>
/// <param name="XReference">What X refers to: an axis such as x2, an axis' domain such as x2 domain, or paper.</param>
/// <param name="X">The horizontal position.</param>
/// <param name="YReference">What Y refers to.</param>
/// <param name="Y">The vertical position.</param>
/// <param name="Font">The font.</param>
internal sealed record Annotation(string Text, string XReference, double X, string YReference, double Y, Font Font)
{
    /// <summary>Which part of the text is at X: left, center or right.</summary>
    public string Side { get; init; } = "center";

    /// <summary>Which part of the text is at Y: top, middle or bottom.</summary>
    public string Edge { get; init; } = "middle";

    /// <summary>An offset in pixels, to the right and upwards.</summary>
    public (double X, double Y) Shift { get; init; }

    /// <summary>The text's offset in pixels, to the right and downwards, from the point that an arrow shows; null without an arrow.</summary>
    public (double X, double Y)? Tail { get; init; }

    /// <summary>The colour of a halo that separates the text from what lies below; null for none.</summary>
    public string? Ground { get; init; }

    public bool Bold { get; init; }

    /// <summary>Writes the text; one without a position is left out.</summary>
    public void WriteSvg(SvgCanvas svg, PictureLayout layout)
    {
        var (x, y) = (layout.X(XReference, X) + Shift.X, layout.Y(YReference, Y) - Shift.Y);
        if (double.IsNaN(x + y) || Text.Length == 0) return;
        if (Tail is { } tail)
        {
            svg.Write($"<path stroke=\"{Font.Color}\" d=\"M{x + tail.X} {y + tail.Y}L{x} {y}\"/><circle cx=\"{x}\" cy=\"{y}\" r=\"2\" fill=\"{Font.Color}\"/>");
            (x, y) = (x + tail.X, y + tail.Y + (tail.Y < 0 ? -Font.Size * 0.6 : Font.Size * 0.6));
        }
        var baseline = y + Edge switch { "top" => Font.Size + 2, "bottom" => -5, _ => Font.Size * 0.35 };
        var anchor = Side switch { "left" => "start", "right" => "end", _ => "middle" };
        svg.Write($"<text x=\"{x}\" y=\"{Math.Max(baseline, Font.Size)}\" text-anchor=\"{anchor}\"");
        Font.Write(svg);
        if (Bold) svg.Write(" font-weight=\"600\"");
        if (Ground is not null) svg.Write($" stroke=\"{Ground}\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        svg.Write($">{Text}</text>");
    }
}
