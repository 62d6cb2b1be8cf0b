using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>Charts of Plotly.NET in other forms.</summary>
public static class ChartForms
{
    /// <summary>The chart as an SVG document without scripts; several may be in one page. It names what it cannot draw.</summary>
    /// <param name="chart">Any chart of Plotly.NET.</param>
    public static string ToSvg(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return SvgPicture.Render(ChartReader.Read(chart));
    }

    /// <summary>The chart in plotly's schema, for front ends that draw it themselves; a chart in the kit's look has room above for plotly's row of buttons.</summary>
    /// <param name="chart">Any chart of Plotly.NET.</param>
    public static string ToPlotlyJson(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return GenericChart.toFigureJson(chart.WithRoomForButtons());
    }

    /// <summary>The chart in words: one line per panel, with its title and its traces in numbers.</summary>
    /// <param name="chart">Any chart of Plotly.NET.</param>
    public static string Summary(this GenericChart chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return ChartReader.Read(chart).Summary;
    }
}
