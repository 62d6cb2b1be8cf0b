namespace GanNotebooks.Charts;

/// <summary>Two axes with the traces between them.</summary>
/// <param name="XAxis">The horizontal axis.</param>
/// <param name="YAxis">The vertical axis.</param>
internal sealed record Panel(Axis XAxis, Axis YAxis)
{
    /// <summary>The title, for the summary.</summary>
    public string Title { get; init; } = "";

    /// <summary>The traces, the lowest first.</summary>
    public IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>What shapes add to the horizontal extent of the traces.</summary>
    public Extent ShapesX { get; init; } = Extent.None;

    /// <summary>What shapes add to the vertical extent of the traces.</summary>
    public Extent ShapesY { get; init; } = Extent.None;

    /// <summary>Whether one unit is as long on both axes; without effect on logarithmic axes.</summary>
    public bool EqualAxes { get; init; }

    /// <summary>Whether equal axes are reached by a smaller plot area, not by a larger range.</summary>
    public bool Shrinks { get; init; }

    public bool IsEmpty => Traces.All(trace => trace.XExtent(XAxis.Log).IsEmpty || trace.YExtent(YAxis.Log).IsEmpty);

    public AxisScale XScale => XAxis.Showing(Sum(trace => trace.XExtent(XAxis.Log), ShapesX), Around.Left, Around.Right);

    public AxisScale YScale => YAxis.Showing(Sum(trace => trace.YExtent(YAxis.Log), ShapesY), Around.Below, Around.Above);

    public string Summary => $"{(Title.Length > 0 ? Title : "Figure")}: {(IsEmpty ? "no data" : string.Join("; ", Traces.Select(trace => trace.Summary)))}";

    private Air Around => Traces.Aggregate(default(Air), (sum, trace) => sum.And(trace.Air));

    private Extent Sum(Func<Trace, Extent> extentOf, Extent shapes)
    {
        var traces = Traces.Aggregate(Extent.None, (sum, trace) => sum.And(extentOf(trace)));
        return traces.IsEmpty ? traces : traces.And(shapes);
    }
}
