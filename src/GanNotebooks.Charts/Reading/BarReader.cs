namespace GanNotebooks.Charts;

/// <summary>Reads the bars and histograms of a panel, which share the space between them.</summary>
/// <param name="layout">The layout, which says how they share it.</param>
internal sealed class BarReader(Node layout)
{
    private readonly string mode = layout["barmode"].Text ?? "group";

    /// <summary>Reads one trace per source.</summary>
    public IReadOnlyList<BarTrace> Read(IReadOnlyList<TraceSource> sources)
    {
        var counted = sources.Where(source => source.Type == "histogram").ToArray();
        var bins = counted.Length == 0 ? default : HistogramReader.BinsOf(counted);
        var drafts = sources.Select(source => (Source: source, Bars: source.Type == "histogram" ? HistogramReader.Read(source, bins) : Bars(source))).ToArray();
        double[] places = [.. drafts.SelectMany(draft => draft.Bars.Select(bar => bar.Place)).Where(place => Extent.CanDraw(place)).Distinct().Order()];
        var unit = counted.Length > 0 && !double.IsNaN(bins.Width) && bins.Count > 0 ? bins.Width : places.Zip(places.Skip(1), (a, b) => b - a).DefaultIfEmpty(1).Min();
        var room = unit * (1 - (layout["bargap"].Number ?? (counted.Length == sources.Count ? 0 : 0.2)));
        var each = mode == "group" ? room / drafts.Length : room;
        var heaps = new Dictionary<(double Place, bool Positive), double>();
        return [.. drafts.Select((draft, i) => Trace(draft.Source, [.. draft.Bars.Select(bar => Placed(bar, mode == "group" ? (i - ((drafts.Length - 1) / 2.0)) * each : 0, each, heaps))]))];
    }

    private Bar Placed(Bar bar, double shift, double width, Dictionary<(double, bool), double> heaps)
    {
        if (mode is "stack" or "relative" && !double.IsNaN(bar.End))
        {
            var key = (bar.Place, bar.End >= 0);
            var floor = heaps.GetValueOrDefault(key);
            heaps[key] = floor + bar.End;
            bar = bar with { Base = floor, End = floor + bar.End };
        }
        return bar.Width > 0 ? bar : bar with { Place = bar.Place + shift, Width = width };
    }

    // Bars without a width get one later.
    private static Bar[] Bars(TraceSource source)
    {
        var (node, lies) = (source.Node, source.Lies);
        var (value, place) = lies ? (source.X, source.Y) : (source.Y, source.X);
        var values = value.Places(node[lies ? "x" : "y"]);
        var at = node[lies ? "y" : "x"];
        var places = at.Value is null ? source.Steps(lies ? 'y' : 'x', values.Length) : place.Places(at);
        var (widths, bases) = (node["width"], node["base"]);
        var (own, floors) = (widths.IsList ? widths.Numbers : [], bases.IsList ? bases.Numbers : []);
        return [.. values.Zip(places, (height, middle) => (height, middle)).Select((bar, i) =>
        {
            var floor = i < floors.Length ? floors[i] : bases.Number ?? 0;
            return new Bar(bar.middle, i < own.Length ? own[i] : widths.Number ?? 0, floor, floor + bar.height);
        })];
    }

    private static BarTrace Trace(TraceSource source, IReadOnlyList<Bar> bars)
    {
        var mark = source.Node["marker"];
        var fills = TraceSource.Colors(mark, source.Color);
        var width = mark["line"]["width"].Number ?? 0;
        return new(source.Name, fills[0], bars, source.Lies)
        {
            Fills = fills,
            Opacity = source.Opacity * (mark["opacity"].Number ?? 1),
            Outline = width > 0 ? new(mark["line"]["color"].Color ?? "#444444", width) : null,
            Texts = source.Type == "bar" && source.Node["textposition"].Text != "none" && source.Texts(bars.Count) is { Length: > 0 } texts ? texts : null,
        };
    }
}
