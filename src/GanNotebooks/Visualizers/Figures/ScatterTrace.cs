using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Dots in the plane.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour as <c>#rrggbb</c>.</param>
/// <param name="Xs">One x a dot.</param>
/// <param name="Ys">One y a dot.</param>
/// <param name="Outlined">Whether a white ring sets each dot off from a coloured ground.</param>
internal sealed record ScatterTrace(string Name, string Color, double[] Xs, double[] Ys, bool Outlined) : Trace(Name, Color)
{
    public override LegendMark? Mark => LegendMark.Dot;

    public override string Summary
    {
        get
        {
            var (x, y) = (XExtent(false), YExtent(false));
            return x.IsEmpty || y.IsEmpty ? $"{Name} no data" : $"{Name} {Numbers.Count(Xs.Length, "point")} (x {Numbers.Short(x)}, y {Numbers.Short(y)})";
        }
    }

    private double Opacity => Outlined ? 1 : FigureStyle.MarkerOpacity;

    public override Extent XExtent(bool log) => Extent.Of(Xs, log);

    public override Extent YExtent(bool log) => Extent.Of(Ys, log);

    public override void WriteSvg(SvgCanvas svg, PlotArea area) =>
        Dots.Write(svg, [.. Xs.Zip(Ys, (x, y) => (area.X(x), area.Y(y)))], Color, Opacity, Outlined);

    public override void WritePlotly(Utf8JsonWriter json, PanelLayout layout)
    {
        json.WriteString("type", "scatter");
        json.WriteString("mode", "markers");
        json.WriteNumbers("x", Xs);
        json.WriteNumbers("y", Ys);
        json.WriteStartObject("marker");
        json.WriteString("color", Color);
        json.WriteNumber("size", FigureStyle.MarkerSize + (Outlined ? 1 : 0));   // plotly's ring covers half of its width
        json.WriteNumber("opacity", Opacity);
        if (Outlined)
        {
            json.WriteStartObject("line");
            json.WriteString("color", FigureStyle.Background);
            json.WriteNumber("width", 1);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
