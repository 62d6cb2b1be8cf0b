using Plotly.NET;

namespace GanNotebooks.Charts;

/// <summary>A form in which notebook kernels show a chart of Plotly.NET.</summary>
/// <param name="MimeType">The MIME type that is written.</param>
/// <param name="Render">Converts a chart to this form.</param>
public sealed record ChartForm(string MimeType, Func<GenericChart, string> Render)
{
    /// <summary>The MIME type of plotly's schema, which front ends that know it draw themselves.</summary>
    public const string PlotlyJson = "application/vnd.plotly.v1+json";

    /// <summary>All forms, the richest first: plotly's schema for front ends that draw it themselves, a picture without scripts for all others, and text.</summary>
    public static IReadOnlyList<ChartForm> All { get; } =
    [
        new(PlotlyJson, ChartForms.ToPlotlyJson),
        new("image/svg+xml", ChartForms.ToSvg),
        new("text/plain", ChartForms.Summary),
    ];

    /// <summary>Their MIME types, in the same order.</summary>
    public static string[] MimeTypes => [.. All.Select(form => form.MimeType)];

    /// <summary>Writes a chart, in the shape that notebook kernels look for by reflection.</summary>
    /// <param name="instance">The chart.</param>
    /// <param name="writer">Gets the chart's text.</param>
    /// <returns>Whether it is a chart, and was written.</returns>
    public bool Format(object instance, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (instance is not GenericChart chart) return false;
        writer.Write(Render(chart));
        return true;
    }
}
