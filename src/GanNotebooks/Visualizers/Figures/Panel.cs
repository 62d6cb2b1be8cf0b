namespace GanNotebooks.Visualizers;

/// <summary>One chart of a figure: a plot area with its axes, title and legend.</summary>
/// <param name="Title">The text above.</param>
/// <param name="Box">Its room in the figure, in pixels.</param>
/// <param name="XAxis">The horizontal axis.</param>
/// <param name="YAxis">The vertical axis.</param>
internal sealed record Panel(string Title, Box Box, Axis XAxis, Axis YAxis)
{
    /// <summary>What is drawn, the lowest first.</summary>
    public IReadOnlyList<Trace> Traces { get; init; } = [];

    /// <summary>Dashed lines over the traces.</summary>
    public IReadOnlyList<ReferenceLine> Lines { get; init; } = [];

    /// <summary>Whether one unit is as long on both axes; without effect on logarithmic axes.</summary>
    public bool EqualAxes { get; init; }

    public HeatMapTrace? HeatMap => Traces.OfType<HeatMapTrace>().FirstOrDefault();

    /// <summary>The traces that a legend lists: none when there is nothing to tell apart.</summary>
    public IReadOnlyList<Trace> Listed
    {
        get
        {
            Trace[] listed = [.. Traces.Where(trace => trace.Mark is not null && trace.Name.Length > 0)];
            return listed.Length > 1 || HeatMap is not null ? listed : [];
        }
    }

    public bool IsEmpty => !Scaling.Any(trace => !trace.XExtent(XAxis.Log).IsEmpty && !trace.YExtent(YAxis.Log).IsEmpty);

    public AxisScale XScale => ScaleOf(XAxis, trace => trace.XExtent(XAxis.Log), air => (air.Left, air.Right), horizontal: false);

    public AxisScale YScale => ScaleOf(YAxis, trace => trace.YExtent(YAxis.Log), air => (air.Below, air.Above), horizontal: true);

    public string Summary => $"{(Title.Length > 0 ? Title : "Figure")}: {(IsEmpty ? "no data" : string.Join("; ", Traces.Select(trace => trace.Summary)))}";

    // A heat map decides alone what is shown: points outside of it would leave white borders.
    private IEnumerable<Trace> Scaling => HeatMap is { } map ? [map] : Traces;

    /// <summary>The same panel with one more trace, in the next colour.</summary>
    public Panel With(Func<string, Trace> trace) =>
        this with { Traces = [.. Traces, trace(FigureStyle.Color(Traces.Count(t => t.Mark is not null)))] };

    private AxisScale ScaleOf(Axis axis, Func<Trace, Extent> extentOf, Func<Air, (double, double)> airOf, bool horizontal)
    {
        if (axis.Range is { } range)
            return new(range.Min, range.Max, axis.Log);

        var extent = Scaling.Aggregate(Extent.None, (sum, trace) => sum.And(extentOf(trace)));
        if (HeatMap is null && !extent.IsEmpty)
            extent = extent.And(Extent.Of([.. Lines.Where(line => line.Horizontal == horizontal).Select(line => line.Value)], axis.Log));
        var (before, after) = airOf(Scaling.Aggregate(default(Air), (sum, trace) => sum.And(trace.Air)));
        return AxisScale.Around(extent, axis.Log, before, after);
    }
}
