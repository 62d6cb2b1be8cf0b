namespace GanNotebooks.Visualizers;

/// <summary>Offers a network's picture to notebook kernels: drawn and in words.</summary>
internal sealed class ModelDiagramFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ModelDiagram>(FigureFormatterSource.Svg, diagram => diagram.ToSvg()),
        new MimeFormatter<ModelDiagram>(FigureFormatterSource.Plain, diagram => diagram.ToString()),
    ];
}
