namespace GanNotebooks.Charts;

/// <summary>How a legend draws a trace.</summary>
internal enum LegendMark
{
    /// <summary>A short line.</summary>
    Line,

    /// <summary>A dot.</summary>
    Dot,

    /// <summary>A dot on a short line.</summary>
    LineAndDot,

    /// <summary>A filled square.</summary>
    Square,
}
