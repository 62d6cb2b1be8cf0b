namespace GanNotebooks.Charts;

/// <summary>Names beside marks.</summary>
/// <param name="Traces">The traces that are listed.</param>
internal sealed record Legend(IReadOnlyList<Trace> Traces)
{
    private const double MarkWidth = 24;
    private const double RowHeight = 19;
    private const double Padding = 5;

    /// <summary>Whether the entries are beside each other instead of below each other.</summary>
    public bool Horizontal { get; init; }

    /// <summary>The legend's position as fractions of the figure's plot area, y upwards.</summary>
    public (double X, double Y) At { get; init; } = (1.02, 1);

    /// <summary>Which fraction of its width and height lies left of and below that position: 0, a half or 1.</summary>
    public (double X, double Y) Anchor { get; init; } = (0, 1);

    public Font Font { get; init; } = new(KitStyle.FontSize, KitStyle.Ink);

    /// <summary>The background colour; null for none.</summary>
    public string? Background { get; init; }

    /// <summary>The entries' texts and the positions of their marks relative to the legend's corner, wrapped to a width.</summary>
    public IReadOnlyList<(Trace Trace, string Text, double X, double Y)> Entries(double width)
    {
        var entries = new List<(Trace, string, double, double)>();
        var (x, row) = (0.0, 0);
        foreach (var trace in Traces)
        {
            var text = TextWidth.Fit(trace.Name, Font.Size, Math.Max(40, width - MarkWidth));
            var entryWidth = MarkWidth + TextWidth.Of(text, Font.Size) + 14;
            if (x > 0 && (!Horizontal || x + entryWidth - 14 > width)) (x, row) = (0, row + 1);
            entries.Add((trace, text, x, row * RowHeight));
            x += entryWidth;
        }
        return entries;
    }

    /// <summary>Its size in pixels, wrapped to a width.</summary>
    public (double Width, double Height) Size(double width) => Entries(width) is { Count: > 0 } entries
        ? (entries.Max(entry => entry.X + MarkWidth + TextWidth.Of(entry.Text, Font.Size)) + Padding, entries[^1].Y + RowHeight + Padding)
        : (0, 0);

    /// <summary>Writes the legend.</summary>
    /// <param name="svg">The canvas to write to.</param>
    /// <param name="plot">The figure's plot area.</param>
    /// <param name="room">The available width in pixels.</param>
    public void WriteSvg(SvgCanvas svg, Box plot, double room)
    {
        var (width, height) = Size(room);
        var (left, top) = (plot.X + (At.X * plot.Width) - (Anchor.X * width), plot.Bottom - (At.Y * plot.Height) - ((1 - Anchor.Y) * height));
        if (Background is not null) svg.Write($"<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{Background}\"/>");
        svg.Write("<g");
        Font.Write(svg);
        svg.Write(">");
        foreach (var (trace, text, entryX, entryY) in Entries(room))
        {
            var (x, y) = (left + entryX, top + entryY + (RowHeight / 2));
            if (trace.Mark is LegendMark.Line or LegendMark.LineAndDot) svg.Write($"<path stroke=\"{trace.Color}\" stroke-width=\"2\" d=\"M{x} {y}h18\"/>");
            if (trace.Mark is LegendMark.Dot or LegendMark.LineAndDot) svg.Write($"<circle cx=\"{x + 9}\" cy=\"{y}\" r=\"4\" fill=\"{trace.Color}\"/>");
            if (trace.Mark is LegendMark.Square) svg.Write($"<rect x=\"{x + 3}\" y=\"{y - 6}\" width=\"12\" height=\"12\" fill=\"{trace.Color}\" stroke=\"{trace.Edge ?? "none"}\"/>");
            svg.Write($"<text x=\"{x + MarkWidth}\" y=\"{y + 4}\">{text}</text>");
        }
        svg.Write("</g>");
    }
}
