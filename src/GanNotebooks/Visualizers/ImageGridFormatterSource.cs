namespace GanNotebooks.Visualizers;

/// <summary>Offers an image grid to notebook kernels: as a picture and in words.</summary>
internal sealed class ImageGridFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<ImageGrid>("image/png", grid => Convert.ToBase64String(grid.Png.Span)),
        new MimeFormatter<ImageGrid>("text/plain", grid => grid.Summary),
    ];
}
