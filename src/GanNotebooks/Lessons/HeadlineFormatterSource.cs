using System.Text.Json;
using GanNotebooks.Visualizers;

namespace GanNotebooks.Lessons;

/// <summary>Offers a headline to notebook kernels.</summary>
internal sealed class HeadlineFormatterSource
{
    /// <summary>One formatter a MIME type.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new MimeFormatter<Headline>("text/markdown", headline => $"**Result:** {headline.Text}"),
        new MimeFormatter<Headline>(Headline.MimeType, headline => JsonSerializer.Serialize(new { headline = headline.Text })),
        new MimeFormatter<Headline>("text/plain", headline => $"Result: {headline.Text}"),
    ];
}
