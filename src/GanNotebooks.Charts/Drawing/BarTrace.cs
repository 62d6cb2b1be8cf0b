namespace GanNotebooks.Charts;

/// <summary>Bars beside each other, from a base to a value.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour in the legend.</param>
/// <param name="Bars">Each with its middle and its width along the one axis, and its two ends along the other.</param>
/// <param name="Horizontal">Whether the bars are horizontal.</param>
internal sealed record BarTrace(string Name, string Color, IReadOnlyList<Bar> Bars, bool Horizontal) : Trace(Name, Color)
{
    /// <summary>One colour for all, or one each.</summary>
    public string[] Fills { get; init; } = [];

    /// <summary>The outline; null for none.</summary>
    public Stroke? Outline { get; init; }

    /// <summary>One text per bar; null for none.</summary>
    public string[]? Texts { get; init; }

    public override string? Edge => Outline?.Color;

    public override Air Air
    {
        get
        {
            var (below, above) = (Bars.Any(bar => bar.End < 0) ? Free : 0, Bars.Any(bar => bar.End > 0) ? Free : 0);
            return Horizontal ? new(below, above, 0, 0) : new(0, 0, below, above);
        }
    }

    public override string Summary
    {
        get
        {
            var drawn = Bars.Where(bar => bar.End != bar.Base && Extent.CanDraw(bar.End)).ToArray();
            return drawn.Length == 0 ? $"{Name} no data" : $"{Name} {Numbers.Count(Bars.Count, "bar")} ({Numbers.Short(Extent.Of([.. Bars.Select(bar => bar.End)]))})";
        }
    }

    public override Extent XExtent(bool log) => Horizontal ? Values(log) : Places(log);

    public override Extent YExtent(bool log) => Horizontal ? Places(log) : Values(log);

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        foreach (var fill in Bars.Select((bar, i) => (bar, i)).GroupBy(each => Fills[each.i % Fills.Length]))
        {
            svg.Write($"<path fill=\"{fill.Key}\"");
            if (Opacity < 1) svg.Write($" opacity=\"{Opacity}\"");
            Outline?.Write(svg);
            svg.Write(" d=\"");
            foreach (var (bar, _) in fill) WriteBar(svg, area, bar);
            svg.Write("\"/>");
        }
        for (var i = 0; i < Math.Min(Bars.Count, Texts?.Length ?? 0); i++)
        {
            var (x, y) = Horizontal ? (area.X(Bars[i].End) + 4, area.Y(Bars[i].Place) + 4) : (area.X(Bars[i].Place), area.Y(Bars[i].End) - 4);
            if (!double.IsNaN(x + y)) svg.Write($"<text x=\"{x}\" y=\"{y}\" font-size=\"{KitStyle.TickFontSize}\" text-anchor=\"{(Horizontal ? "start" : "middle")}\">{Texts![i]}</text>");
        }
    }

    private void WriteBar(SvgCanvas svg, PlotArea area, Bar bar)
    {
        if (bar.End == bar.Base) return;
        var (low, high) = (bar.Place - (bar.Width / 2), bar.Place + (bar.Width / 2));
        var (left, right, from, to) = Horizontal
            ? (area.XScale.Log && bar.Base <= 0 ? area.Box.X : area.X(bar.Base), area.X(bar.End), area.Y(low), area.Y(high))
            : (area.X(low), area.X(high), area.YScale.Log && bar.Base <= 0 ? area.Box.Bottom : area.Y(bar.Base), area.Y(bar.End));
        if (double.IsNaN(left + right + from + to)) return;
        svg.Point('M', left, from);
        svg.Point('L', left, to);
        svg.Point(' ', right, to);
        svg.Point(' ', right, from);
        svg.Write("z");
    }

    private bool IsEmpty => Bars.All(bar => bar.End == bar.Base || !Extent.CanDraw(bar.End));

    private Extent Places(bool log) => IsEmpty ? Extent.None : Extent.Of([.. Bars.SelectMany(bar => (double[])[bar.Place - (bar.Width / 2), bar.Place + (bar.Width / 2)])], log);

    private Extent Values(bool log)
    {
        var ends = IsEmpty ? Extent.None : Extent.Of([.. Bars.Where(bar => bar.End != bar.Base).SelectMany(bar => (double[])[bar.Base, bar.End])], log);
        return log && !ends.IsEmpty ? ends with { Min = ends.Min / 2 } : ends;   // no logarithmic bar reaches 0
    }
}
