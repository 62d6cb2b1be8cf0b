namespace GanNotebooks.Charts;

/// <summary>Reads which traces are listed in which legend.</summary>
/// <param name="layout">The chart's layout.</param>
/// <param name="sources">The chart's traces, in their order.</param>
internal sealed class LegendReader(LayoutSource layout, IReadOnlyList<TraceSource> sources)
{
    /// <summary>The legends that are shown.</summary>
    /// <param name="traces">The traces that are drawn.</param>
    public IReadOnlyList<Legend> Read(IReadOnlyDictionary<TraceSource, Trace> traces) =>
        [.. ListedBy().Select(group => Legend(layout.All[group.Key], InOrder([.. group.Where(traces.ContainsKey).Select(source => traces[source])]))).Where(legend => legend.Traces.Count > 0)];

    // plotly lists a single trace only if the chart's author asks for it, or in a second legend.
    private IEnumerable<IGrouping<string, TraceSource>> ListedBy() => sources
        .Where(source => source.Node["showlegend"].Flag ?? source.Type is not ("heatmap" or "heatmapgl"))
        .GroupBy(source => source.Node["legend"].Text ?? "legend")
        .Where(group => layout.All["showlegend"].Flag ?? (group.Count() > 1 || group.Key != "legend" || group.Any(source => source.Node["showlegend"].Flag == true)));

    // Stacked traces are listed in the order in which they are stacked.
    private Trace[] InOrder(Trace[] traces) =>
        layout.All["barmode"].Text is "stack" or "relative" && traces.Any(trace => trace is BarTrace) ? [.. traces.Reverse()] : traces;

    private Legend Legend(Node node, IReadOnlyList<Trace> traces) => new(traces)
    {
        Horizontal = node["orientation"].Text == "h",
        At = (node["x"].Number ?? 1.02, node["y"].Number ?? 1),
        Anchor = (node["xanchor"].Text switch { "center" => 0.5, "right" => 1, _ => 0 }, node["yanchor"].Text switch { "bottom" => 0, "middle" => 0.5, _ => 1 }),
        Font = node["font"].FontOr(layout.Font),
        Background = node["bgcolor"].Color,
    };
}
