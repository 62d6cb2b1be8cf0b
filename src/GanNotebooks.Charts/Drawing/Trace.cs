namespace GanNotebooks.Charts;

/// <summary>A trace in a plot area, which knows its extent and writes itself as SVG.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Color">Its colour, as the legend shows it.</param>
internal abstract record Trace(string Name, string Color)
{
    /// <summary>The fraction of the data's span that plotly leaves free around marks that must not lie on the edge.</summary>
    public const double Free = 1 / 18.0;


    /// <summary>From 0, invisible, to 1, solid.</summary>
    public double Opacity { get; init; } = 1;

    /// <summary>How the legend draws it.</summary>
    public virtual LegendMark Mark => LegendMark.Square;

    /// <summary>The colour of its outline, as the legend shows it; null for none.</summary>
    public virtual string? Edge => null;

    /// <summary>The fractions of the data's span that stay free around it.</summary>
    public virtual Air Air => new(Free, Free, Free, Free);

    /// <summary>The trace in numbers, as one phrase.</summary>
    public abstract string Summary { get; }

    /// <summary>The horizontal extent of the values that can be drawn.</summary>
    public abstract Extent XExtent(bool log);

    /// <summary>The vertical extent of the values that can be drawn.</summary>
    public abstract Extent YExtent(bool log);

    /// <summary>Writes the marks; the canvas clips them to the plot area.</summary>
    public abstract void WriteSvg(SvgCanvas svg, PlotArea area);
}
