using System.Text.Json;

namespace GanNotebooks.Visualizers;

/// <summary>Something drawn in a plot area: knows its extent, and writes itself as plotly's JSON and as SVG.</summary>
/// <param name="Name">The legend's text.</param>
/// <param name="Color">The colour as <c>#rrggbb</c>.</param>
internal abstract record Trace(string Name, string Color)
{
    /// <summary>The horizontal extent of what can be drawn.</summary>
    public abstract Extent XExtent(bool log);

    /// <summary>The vertical extent of what can be drawn.</summary>
    public abstract Extent YExtent(bool log);

    /// <summary>Parts of the data's span that stay free around it.</summary>
    public virtual Air Air => new(0.05, 0.05, 0.05, 0.05);

    /// <summary>What the legend shows, null for a trace that is not listed.</summary>
    public virtual LegendMark? Mark => null;

    /// <summary>One phrase of text: the trace in numbers.</summary>
    public abstract string Summary { get; }

    /// <summary>Writes the marks; the canvas clips them to the plot area.</summary>
    public abstract void WriteSvg(SvgCanvas svg, PlotArea area);

    /// <summary>Writes the trace's own members; the object is open, and its name and axes are written.</summary>
    public abstract void WritePlotly(Utf8JsonWriter json, PanelLayout layout);
}
