using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>Reads any chart of Plotly.NET into a picture that can be drawn.</summary>
internal sealed class ChartReader
{
    private readonly LayoutSource layout;
    private readonly List<string> undrawn = [];
    private readonly List<ColorBar> bars = [];
    private readonly Dictionary<string, AxisReader> axes = [];

    private ChartReader(GenericChart chart)
    {
        layout = new(GenericChart.getLayout(chart));
        Sources = [.. GenericChart.getTraces(chart).Select(Source).Where(source => source.Node["visible"].Value is not (false or "legendonly"))];
    }

    private IReadOnlyList<TraceSource> Sources { get; }

    /// <summary>Reads a chart.</summary>
    public static Picture Read(GenericChart chart) => new ChartReader(chart).Read();

    private Picture Read()
    {
        foreach (var source in Sources) See(source);
        var traces = Traces().ToDictionary(drawn => drawn.Source, drawn => drawn.Trace);
        var legends = new LegendReader(layout, Sources).Read(traces);
        var overlay = new OverlayReader(layout, AxisOf, undrawn);
        var (shapes, annotations) = (overlay.Shapes(), overlay.Annotations());
        var (all, title) = (layout.All, Title());
        var pairs = traces.Count == 0 && undrawn.Count == 0 ? [(AxisOf('x', null), AxisOf('y', null))]
            : Sources.Where(traces.ContainsKey).Select(source => (source.X, source.Y)).Distinct().ToArray();
        var panels = pairs.Select(pair => Panel(pair.Item1, pair.Item2, [.. Sources.Where(source => traces.ContainsKey(source) && (source.X, source.Y) == pair).Select(source => traces[source])], shapes)).ToArray();
        if (panels.Length == 1) panels[0] = panels[0] with { Title = title?.Text ?? "" };
        else panels = [.. panels.Select(panel => panel with { Title = annotations.FirstOrDefault(text => text.XReference == panel.XAxis.Id + " domain" && text is { Edge: "bottom", Y: 1 })?.Text ?? "" })];
        var margin = all["margin"];
        return new((int)(all["width"].Within(10, 10_000) ?? 700), (int)(all["height"].Within(10, 10_000) ?? 450),
            new(margin["l"].Within(0, 10_000) ?? 80, margin["r"].Within(0, 10_000) ?? 80, margin["t"].Within(0, 10_000) ?? 100, margin["b"].Within(0, 10_000) ?? 80), panels)
        {
            Title = title,
            ColorBars = bars,
            Legends = legends,
            Shapes = shapes,
            Annotations = annotations,
            Undrawn = undrawn,
            Ground = (all["paper_bgcolor"].Color ?? KitStyle.Background, all["plot_bgcolor"].Color ?? KitStyle.Background),
        };
    }

    private TraceSource Source(Plotly.NET.Trace trace, int index)
    {
        var node = layout.Trace(trace);
        if (node["coloraxis"].Text is { } shared) node = node.Or(layout.All[shared]);
        return new(node, trace.type, index, layout.Color(index), AxisOf('x', node["xaxis"].Text), AxisOf('y', node["yaxis"].Text));
    }

    private AxisReader AxisOf(char letter, string? id)
    {
        var suffix = id is { Length: > 1 } ? id[1..] : "";
        if (!axes.TryGetValue(letter + suffix, out var axis)) axes[letter + suffix] = axis = new(letter, suffix, layout);
        return axis;
    }

    private static void See(TraceSource source)
    {
        source.X.See(source.Node["x"]);
        source.Y.See(source.Node["y"]);
        if (source.Type != "box") return;
        if (source.Lies && source.Node["y"].Value is null) source.Y.See(new((object)new object[] { source.Name }));
        if (!source.Lies && source.Node["x"].Value is null) source.X.See(new((object)new object[] { source.Name }));
    }

    private IEnumerable<(TraceSource Source, Trace Trace)> Traces()
    {
        foreach (var group in Sources.Where(source => source.Type is "bar" or "histogram").GroupBy(source => (source.X, source.Y)))
        {
            foreach (var drawn in group.Zip(new BarReader(layout.All).Read([.. group]))) yield return drawn;
        }
        var boxes = Sources.Where(source => source.Type == "box").ToList();
        var grouped = layout.All["boxmode"].Text == "group";
        foreach (var source in Sources)
        {
            switch (source.Type)
            {
                case "bar" or "histogram":
                    break;
                case "scatter" or "scattergl":
                    yield return (source, ScatterReader.Read(source, layout.Font, undrawn));
                    if (source.Node["marker"] is var mark && mark["showscale"].Flag == true && mark["color"].IsList)
                        bars.Add(HeatMapReader.BarOf(mark["colorbar"], TraceSource.ColorsOf(mark), TraceSource.ScaleOf(mark, mark["color"].Numbers), layout.Font));
                    break;
                case "heatmap" or "heatmapgl":
                    var (map, bar) = HeatMapReader.Read(source, layout.Font);
                    if (bar is not null) bars.Add(bar);
                    yield return (source, map);
                    break;
                case "box":
                    yield return (source, BoxReader.Read(source, grouped ? boxes.IndexOf(source) : 0, grouped ? boxes.Count : 1));
                    break;
                default:
                    undrawn.Add(source.Type);
                    break;
            }
        }
    }

    private Panel Panel(AxisReader x, AxisReader y, IReadOnlyList<Trace> traces, IReadOnlyList<Shape> shapes)
    {
        var (across, along) = (layout.Axis('y', y.Id[1..]), layout.Axis('x', x.Id[1..]));
        return new(x.Read(), y.Read())
        {
            Traces = traces,
            ShapesX = Extent.Of([.. shapes.Where(shape => shape.XReference == x.Id).SelectMany(shape => (double[])[shape.X.From, shape.X.To])], x.Log),
            ShapesY = Extent.Of([.. shapes.Where(shape => shape.YReference == y.Id).SelectMany(shape => (double[])[shape.Y.From, shape.Y.To])], y.Log),
            EqualAxes = (across["scaleanchor"].Text ?? along["scaleanchor"].Text) is not null && (across["scaleratio"].Number ?? along["scaleratio"].Number ?? 1) == 1,
            Shrinks = across["constrain"].Text == "domain" || along["constrain"].Text == "domain",
        };
    }

    private ChartTitle? Title()
    {
        var title = layout.All["title"];
        if (title["text"].Text is not { Length: > 0 } text) return null;
        var font = title["font"].Or(layout.All["titlefont"]);
        return new(text, font.FontOr(layout.Font with { Size = layout.Font.Size * 1.4 }), title["x"].Number ?? 0.5, title["xref"].Text == "paper",
            title["y"].Number == 1 ? title["pad"]["t"].Number ?? 0 : null, (font["weight"].Number ?? 400) > 500);
    }
}
