namespace GanNotebooks.Charts;

/// <summary>A line, a rectangle or an ellipse over the traces.</summary>
/// <param name="Kind">line, rect or circle.</param>
/// <param name="XReference">What X refers to: an axis such as x2, an axis' domain such as x2 domain, or paper.</param>
/// <param name="X">Its horizontal ends.</param>
/// <param name="YReference">What Y refers to.</param>
/// <param name="Y">Its vertical ends.</param>
/// <param name="Stroke">Its outline.</param>
internal sealed record Shape(string Kind, string XReference, (double From, double To) X, string YReference, (double From, double To) Y, Stroke Stroke)
{
    /// <summary>The colour inside.</summary>
    public string Fill { get; init; } = "none";

    public double Opacity { get; init; } = 1;

    /// <summary>Writes the shape; one without a position is left out.</summary>
    public void WriteSvg(SvgCanvas svg, PictureLayout layout)
    {
        var (x0, x1, y0, y1) = (layout.X(XReference, X.From), layout.X(XReference, X.To), layout.Y(YReference, Y.From), layout.Y(YReference, Y.To));
        if (double.IsNaN(x0 + x1 + y0 + y1)) return;
        var (left, top, width, height) = (Math.Min(x0, x1), Math.Min(y0, y1), Math.Abs(x1 - x0), Math.Abs(y1 - y0));
        if (Kind == "line") svg.Write($"<path d=\"M{x0} {y0}L{x1} {y1}\"");
        else if (Kind == "circle") svg.Write($"<ellipse fill=\"{Fill}\" cx=\"{left + (width / 2)}\" cy=\"{top + (height / 2)}\" rx=\"{width / 2}\" ry=\"{height / 2}\"");
        else svg.Write($"<rect fill=\"{Fill}\" x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\"");
        if (Opacity < 1) svg.Write($" opacity=\"{Opacity}\"");
        Stroke.Write(svg);
        svg.Write("/>");
    }
}
