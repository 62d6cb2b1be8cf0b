namespace GanNotebooks.Visualizers;

/// <summary>Offers a network's summary to notebook kernels: as a table and as text.</summary>
internal sealed class ModelSummaryFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ModelSummary>("text/html", summary => summary.ToHtml()),
        new MimeFormatter<ModelSummary>("text/plain", summary => summary.ToString()),
    ];
}
