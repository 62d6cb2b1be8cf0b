namespace GanNotebooks.Visualizers;

/// <summary>Offers a source listing to notebook kernels: as highlighted code and as text.</summary>
internal sealed class SourceListingFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<SourceListing>("text/markdown", listing => $"```csharp\n// {listing.File}\n{listing.Code}\n```"),
        new MimeFormatter<SourceListing>("text/plain", listing => listing.ToString()),
    ];
}
