using System.Text.Json;
using Microsoft.FSharp.Collections;
using Plotly.NET;
using Figure = GanNotebooks.Visualizers.Figure;

namespace GanNotebooks.Interactive;

/// <summary>The kit's charts as Plotly.NET's.</summary>
public static class FigureExtensions
{
    /// <summary>The figure as a chart of Plotly.NET, to go on styling with everything that <see cref="Chart"/> offers.</summary>
    /// <param name="figure">The figure; it stays as it is.</param>
    /// <returns>A chart with the figure's traces and layout; what is not set there are Plotly.NET's defaults.</returns>
    public static GenericChart ToPlotlyNet(this Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var json = JsonDocument.Parse(figure.ToPlotlyJson());
        var traces = json.RootElement.GetProperty("data").EnumerateArray().Select(PlotlyObjects.Trace);
        var layout = PlotlyObjects.Layout(json.RootElement.GetProperty("layout"));
        return GenericChart.fromFigure(Plotly.NET.Figure.create(ListModule.OfSeq(traces), layout));
    }
}
