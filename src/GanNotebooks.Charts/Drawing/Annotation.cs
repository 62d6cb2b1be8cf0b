namespace GanNotebooks.Charts;

/// <summary>A line of text at a place.</summary>
/// <param name="Text">The text.</param>
/// <param name="XReference">What x counts in: an axis such as x2, its room as x2 domain, or paper.</param>
/// <param name="X">Where.</param>
/// <param name="YReference">What y counts in.</param>
/// <param name="Y">Where.</param>
/// <param name="Font">The letters.</param>
internal sealed record Annotation(string Text, string XReference, double X, string YReference, double Y, Font Font)
{
    /// <summary>Which side of the text stands there: left, center or right.</summary>
    public string Side { get; init; } = "center";

    /// <summary>Which edge of the text stands there: top, middle or bottom.</summary>
    public string Edge { get; init; } = "middle";

    /// <summary>Pixels to the right and upwards from there.</summary>
    public (double X, double Y) Shift { get; init; }

    /// <summary>Where the text stands, in pixels right of and below the place that an arrow points at; null without an arrow.</summary>
    public (double X, double Y)? Tail { get; init; }

    /// <summary>The ground's colour: a halo sets the letters off from what lies below. Null for none.</summary>
    public string? Ground { get; init; }

    public bool Bold { get; init; }

    /// <summary>Writes the text; one without a place is left out.</summary>
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
