using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>A line through points in their order, broken where a number cannot be drawn.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour as <c>#rrggbb</c>.</param>
/// <param name="Xs">Positions; 0, 1, 2, … when null.</param>
/// <param name="Ys">Values.</param>
internal sealed record LineTrace(string Name, string Color, double[]? Xs, double[] Ys) : Trace(Name, Color)
{
    // Longer lines are thinned in the JSON too: it is stored in the notebook, and a live view sends it again and again.
    private const int MostJsonPoints = 5000;

    // Long lines run from edge to edge; of short ones each point counts, and is not to lie on the edge.
    public override Air Air => Ys.Length > 50 ? new(0, 0, 0.05, 0.05) : new(0.02, 0.02, 0.05, 0.05);

    public override LegendMark? Mark => LegendMark.Line;

    public override string Summary => Extent.Of(Ys) is { IsEmpty: false } extent
        ? $"{Name} last {Numbers.Short(Ys[^1])} ({Numbers.Short(extent)}, {Numbers.Count(Ys.Length, "point")})"
        : $"{Name} no data";

    public override Extent XExtent(bool log) =>
        Xs is not null ? Extent.Of(Xs, log) : Ys.Length == 0 ? Extent.None : new(log ? 1 : 0, Math.Max(log ? 1 : 0, Ys.Length - 1));

    public override Extent YExtent(bool log) => Extent.Of(Ys, log);

    public override void WriteSvg(SvgCanvas svg, PlotArea area)
    {
        var indices = Decimation.Keep(Xs, Ys, area.XScale, (int)Math.Max(1, area.Box.Width), area.YScale.Log);
        var pixels = indices.ConvertAll(index => (X: area.X(X(index)), Y: area.Y(Ys[index])));
        var alone = new List<(double X, double Y)>();
        svg.Write($"<path fill=\"none\" stroke=\"{Color}\" stroke-width=\"{FigureStyle.LineWidth}\" stroke-linejoin=\"round\" stroke-linecap=\"round\" d=\"");
        for (var i = 0; i < pixels.Count; i++)
        {
            if (!Drawn(i))
                continue;
            if (Drawn(i - 1) || Drawn(i + 1))
                svg.Point(Drawn(i - 1) ? ' ' : 'M', pixels[i].X, pixels[i].Y);
            else
                alone.Add(pixels[i]);
        }

        svg.Write("\"/>");
        Dots.Write(svg, alone, Color, opacity: 1, outlined: false);

        bool Drawn(int i) => i >= 0 && i < pixels.Count && !double.IsNaN(pixels[i].X + pixels[i].Y);
    }

    public override void WritePlotly(Utf8JsonWriter json, PanelLayout layout)
    {
        var (xs, ys) = (Xs, Ys);
        if (ys.Length > MostJsonPoints)
        {
            var kept = Decimation.Keep(Xs, Ys, layout.Area.XScale, MostJsonPoints / 2, layout.Area.YScale.Log);
            (xs, ys) = ([.. kept.Select(X)], [.. kept.Select(index => Ys[index])]);
        }

        var alone = Alone(xs, ys, layout.Area);
        json.WriteString("type", "scatter");
        json.WriteString("mode", alone.Contains(true) ? "lines+markers" : "lines");
        if (xs is not null)
            json.WriteNumbers("x", xs);
        json.WriteNumbers("y", ys);
        json.WriteStartObject("line");
        json.WriteString("color", Color);
        json.WriteNumber("width", FigureStyle.LineWidth);
        json.WriteEndObject();
        if (!alone.Contains(true))
            return;

        // Plotly draws nothing for a point without neighbours: a marker shows it.
        json.WriteStartObject("marker");
        json.WriteString("color", Color);
        json.WriteNumber("opacity", 1);
        json.WriteNumbers("size", [.. alone.Select(isAlone => isAlone ? FigureStyle.MarkerSize + 1 : 0)]);
        json.WriteEndObject();
    }

    private static bool[] Alone(double[]? xs, double[] ys, PlotArea area)
    {
        return [.. Enumerable.Range(0, ys.Length).Select(i => Drawn(i) && !Drawn(i - 1) && !Drawn(i + 1))];

        bool Drawn(int i) =>
            i >= 0 && i < ys.Length && Extent.CanDraw(ys[i], area.YScale.Log) && Extent.CanDraw(xs?[i] ?? i, area.XScale.Log);
    }

    private double X(int index) => Xs is null ? index : Xs[index];
}
