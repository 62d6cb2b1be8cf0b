namespace GanNotebooks.Visualizers;

/// <summary>Offers a network's picture to notebook kernels: drawn and in words.</summary>
internal sealed class ModelDiagramFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ModelDiagram>("image/svg+xml", diagram => diagram.ToSvg()),
        new MimeFormatter<ModelDiagram>("text/plain", diagram => diagram.ToString()),
    ];
}
