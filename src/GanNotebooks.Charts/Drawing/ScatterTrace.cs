namespace GanNotebooks.Charts;

/// <summary>Points in their order: with markers, labels, a line that breaks at numbers that cannot be drawn, or several of these.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour in the legend.</param>
/// <param name="Xs">Positions; 0, 1, 2, … when null.</param>
/// <param name="Ys">As many values.</param>
internal sealed record ScatterTrace(string Name, string Color, double[]? Xs, double[] Ys) : Trace(Name, Color)
{
    /// <summary>The line; null for none.</summary>
    public Stroke? Line { get; init; }

    /// <summary>The markers; null for none.</summary>
    public Markers? Markers { get; init; }

    /// <summary>Texts beside the points, and their side: top center, middle right, …; null for none.</summary>
    public (string[] Texts, string Where, Font Font)? Labels { get; init; }

    /// <summary>The colour between the line and 0, and whether it reaches to 0 along x; null for none.</summary>
    public (string Color, bool ToX)? Fill { get; init; }

    public override LegendMark Mark => Line is null ? LegendMark.Dot : Markers is null ? LegendMark.Line : LegendMark.LineAndDot;

    // A line alone reaches from edge to edge; large markers need more room.
    public override Air Air
    {
        get
        {
            var room = Free + ((Markers?.Sizes.Max() ?? 0) / 600);
            var ground = Fill is { ToX: false } && Ys.All(y => !(y < 0)) ? 0 : Free;
            return Markers is null && Labels is null ? new(0, 0, ground, Free) : new(room, room, room, room);
        }
    }

    public override string Summary
    {
        get
        {
            var (x, y) = (XExtent(false), YExtent(false));
            return x.IsEmpty || y.IsEmpty ? $"{Name} no data"
                : Line is null ? $"{Name} {Numbers.Count(Ys.Length, "point")} (x {Numbers.Short(x)}, y {Numbers.Short(y)})"
                : $"{Name} last {Numbers.Short(Ys[^1])} ({Numbers.Short(y)}, {Numbers.Count(Ys.Length, "point")})";
        }
    }

    public override Extent XExtent(bool log) =>
        Xs is not null ? Extent.Of(Xs, log) : Ys.Length == 0 ? Extent.None : new(log ? 1 : 0, Math.Max(log ? 1 : 0, Ys.Length - 1));

    public override Extent YExtent(bool log)
    {
        var extent = Extent.Of(Ys, log);
        return Fill is null or { ToX: true } || log || extent.IsEmpty ? extent : extent.And(new(0, 0));
    }

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        if (Line is not null || Fill is not null) WriteLine(svg, area);
        if (Markers is null && Labels is null) return;
        (double X, double Y)[] pixels = [.. Ys.Select((y, i) => (area.X(X(i)), area.Y(y)))];
        Markers?.Write(svg, pixels);
        if (Labels is not { } labels) return;
        var (vertical, horizontal) = labels.Where.Split(' ') is [var v, var h] ? (v, h) : ("middle", "center");
        var (dx, anchor) = horizontal switch { "left" => (-6, "end"), "right" => (6, "start"), _ => (0, "middle") };
        var dy = vertical switch { "top" => -7, "bottom" => labels.Font.Size + 4, _ => labels.Font.Size * 0.35 };
        svg.Write($"<g text-anchor=\"{anchor}\"");
        labels.Font.Write(svg);
        svg.Write(">");
        for (var i = 0; i < Math.Min(pixels.Length, labels.Texts.Length); i++)
        {
            if (!double.IsNaN(pixels[i].X + pixels[i].Y)) svg.Write($"<text x=\"{pixels[i].X + dx}\" y=\"{pixels[i].Y + dy}\">{labels.Texts[i]}</text>");
        }
        svg.Write("</g>");
    }

    private void WriteLine(SvgCanvas svg, PlotArea area)
    {
        var kept = Decimation.Keep(Xs, Ys, area.XScale, (int)Math.Max(1, area.Box.Width), area.YScale.Log)
            .ConvertAll(index => (X: area.X(X(index)), Y: area.Y(Ys[index])));
        if (Fill is { } fill && kept.FindAll(pixel => !double.IsNaN(pixel.X + pixel.Y)) is { Count: > 1 } edge)
        {
            var ground = fill.ToX ? area.XScale.Log ? area.Box.X : area.X(0) : area.YScale.Log ? area.Box.Bottom : area.Y(0);
            svg.Write($"<path fill=\"{fill.Color}\" d=\"");
            WritePath(svg, [edge[0] with { X = fill.ToX ? ground : edge[0].X, Y = fill.ToX ? edge[0].Y : ground }, .. edge, edge[^1] with { X = fill.ToX ? ground : edge[^1].X, Y = fill.ToX ? edge[^1].Y : ground }]);
            svg.Write("z\"/>");
        }
        if (Line is null) return;
        svg.Write("<path fill=\"none\" stroke-linejoin=\"round\" stroke-linecap=\"round\"");
        Line.Write(svg);
        svg.Write(" d=\"");
        WritePath(svg, kept);
        svg.Write("\"/>");
    }

    private static void WritePath(SvgCanvas svg, List<(double X, double Y)> pixels)
    {
        for (var i = 0; i < pixels.Count; i++)
        {
            if (Drawn(i) && (Drawn(i - 1) || Drawn(i + 1))) svg.Point(Drawn(i - 1) ? ' ' : 'M', pixels[i].X, pixels[i].Y);
        }

        bool Drawn(int i) => i >= 0 && i < pixels.Count && !double.IsNaN(pixels[i].X + pixels[i].Y);
    }

    private double X(int index) => Xs is null ? index : Xs[index];
}
