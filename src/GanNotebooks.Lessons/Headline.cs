using System.Text.Json;
using GanNotebooks.Charts;

namespace GanNotebooks.Lessons;

/// <summary>A lesson's main result; <c>gan run</c> shows it in its summary.</summary>
/// <param name="Text">A line, such as <c>8 of 8 modes</c>.</param>
[TypeFormatterSource(typeof(FormatterSource<Headline>))]
public sealed record Headline(string Text) : IShown<Headline>
{
    /// <summary>The MIME type that marks the headline among a notebook's outputs.</summary>
    public const string MimeType = "application/vnd.gan-notebooks.headline+json";

    static IReadOnlyList<MimeFormatter<Headline>> IShown<Headline>.Forms =>
    [
        new("text/markdown", headline => $"**Result:** {headline.Text}"),
        new(Headline.MimeType, headline => JsonSerializer.Serialize(new { headline = headline.Text })),
        new("text/plain", headline => $"Result: {headline.Text}"),
    ];
}
