namespace GanNotebooks.Charts;

/// <summary>Something drawn in a plot area: knows its extent, and writes itself as SVG.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Color">Its colour, as the legend shows it.</param>
internal abstract record Trace(string Name, string Color)
{
    /// <summary>The part of the data's span that plotly leaves free around marks that must not lie on the edge.</summary>
    public const double Free = 1 / 18.0;


    /// <summary>0 for invisible to 1 for solid.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>How the legend draws it.</summary>
    public virtual LegendMark Mark => LegendMark.Square;

    /// <summary>The colour of its outline, as the legend shows it; null for none.</summary>
    public virtual string? Edge => null;

    /// <summary>Parts of the data's span that stay free around it.</summary>
    public virtual Air Air => new(Free, Free, Free, Free);

    /// <summary>One phrase of text: the trace in numbers.</summary>
    public abstract string Summary { get; }

    /// <summary>The horizontal extent of what can be drawn.</summary>
    public abstract Extent XExtent(bool log);

    /// <summary>The vertical extent of what can be drawn.</summary>
    public abstract Extent YExtent(bool log);

    /// <summary>Writes the marks; the canvas clips them to the plot area.</summary>
    public abstract void WriteSvg(SvgCanvas svg, PlotArea area);
}
