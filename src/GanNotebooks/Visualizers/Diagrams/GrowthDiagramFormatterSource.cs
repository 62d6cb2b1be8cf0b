namespace GanNotebooks.Visualizers;

/// <summary>Offers the picture of a growth stage to notebook kernels: drawn and in words.</summary>
internal sealed class GrowthDiagramFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<GrowthDiagram>("image/svg+xml", diagram => diagram.ToSvg()),
        new MimeFormatter<GrowthDiagram>("text/plain", diagram => diagram.ToString()),
    ];
}
