namespace GanNotebooks.Visualizers;

/// <summary>Offers a figure to notebook kernels: interactive, as a picture and in words.</summary>
internal sealed class FigureFormatterSource
{
    public const string Plotly = "application/vnd.plotly.v1+json";
    public const string Svg = "image/svg+xml";
    public const string Plain = "text/plain";

    private readonly object[] formatters =
    [
        new MimeFormatter<Figure>(Plotly, figure => figure.ToPlotlyJson()),
        new MimeFormatter<Figure>(Svg, figure => figure.ToSvg()),
        new MimeFormatter<Figure>(Plain, figure => figure.Summary),
    ];

    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() => formatters;
}
