namespace GanNotebooks.Charts;

/// <summary>The strip that explains colours.</summary>
/// <param name="Colors">The colours.</param>
/// <param name="Scale">The values of the first and the last.</param>
/// <param name="Label">What the values are; may be empty.</param>
internal sealed record ColorBar(ColorScale Colors, AxisScale Scale, string Label)
{
    /// <summary>Its left edge as a fraction of the figure's plot area.</summary>
    public double X { get; init; } = 1.02;

    /// <summary>Its lower and upper end, as fractions of the figure's plot area.</summary>
    public Extent Height { get; init; } = new(0, 1);

    /// <summary>Its width in pixels.</summary>
    public double Thickness { get; init; } = 30;

    /// <summary>Free pixels to its left.</summary>
    public double Gap { get; init; } = 10;

    public Font Font { get; init; } = new(KitStyle.TickFontSize, KitStyle.FaintInk);

    /// <summary>How many pixels it needs to the right of the figure's plot area.</summary>
    public double RoomBeside(Box plot) =>
        ((X - 1) * plot.Width) + Gap + Thickness + 8 + AxisTicks.Width(TicksIn(BoxIn(plot)), Font.Size) + (Label.Length > 0 ? 20 : 0);

    /// <summary>Writes the strip as a gradient with labels.</summary>
    public void WriteSvg(SvgCanvas svg, SvgId id, Box plot)
    {
        var box = BoxIn(plot);
        svg.Write($"<linearGradient id=\"{id}\" x1=\"0\" x2=\"0\" y1=\"1\" y2=\"0\">");
        for (var stop = 0; stop < Colors.Stops.Count; stop++)
            svg.Write($"<stop offset=\"{100 * Colors.Places[stop]}%\" stop-color=\"{Colors.Stops[stop]}\"/>");
        svg.Write("</linearGradient>");
        svg.Write($"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\" fill=\"url(#{id})\"/>");

        var (area, ticks) = (new PlotArea(box, new(0, 1), Scale), TicksIn(box));
        svg.Write($"<path stroke=\"{KitStyle.AxisLine}\" d=\"");
        foreach (var tick in ticks) svg.Write($"M{box.Right} {area.Y(tick.Value)}h4");
        svg.Write("\"/><g");
        Font.Write(svg);
        svg.Write(">");
        foreach (var tick in ticks) svg.Write($"<text x=\"{box.Right + 7}\" y=\"{area.Y(tick.Value) + 4}\">{tick.Label}</text>");
        svg.Write("</g>");
        if (Label.Length == 0) return;
        var (x, y) = (box.Right + 8 + AxisTicks.Width(ticks, Font.Size) + 12, box.Y + (box.Height / 2));
        svg.Write($"<text transform=\"translate({x} {y}) rotate(-90)\" text-anchor=\"middle\">{TextWidth.Fit(Label, KitStyle.FontSize, box.Height)}</text>");
    }

    private Box BoxIn(Box plot) => new(
        plot.X + (X * plot.Width) + Gap, plot.Y + ((1 - Height.Max) * plot.Height), Thickness, Math.Max(1, (Height.Max - Height.Min) * plot.Height));

    private IReadOnlyList<Tick> TicksIn(Box box) => AxisTicks.Of(Scale, AxisTicks.Parts(box.Height, 40));
}
