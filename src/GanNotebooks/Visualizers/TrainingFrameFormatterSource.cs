namespace GanNotebooks.Visualizers;

/// <summary>Offers a frame of a live view to notebook kernels: as a page fragment and in words.</summary>
internal sealed class TrainingFrameFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<TrainingFrame>("text/html", frame => frame.ToHtml()),
        new MimeFormatter<TrainingFrame>("text/plain", frame => frame.Summary),
    ];
}
