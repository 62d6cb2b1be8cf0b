using GanNotebooks.Visualizers;

namespace GanNotebooks.Lessons;

/// <summary>The one result that a lesson is remembered by; <c>gan run</c> shows it in its summary.</summary>
/// <param name="Text">A line, such as <c>8 of 8 modes</c>.</param>
[TypeFormatterSource(typeof(HeadlineFormatterSource), PreferredMimeTypes = ["text/markdown", MimeType, "text/plain"])]
public sealed record Headline(string Text)
{
    /// <summary>Marks the headline among a notebook's outputs.</summary>
    public const string MimeType = "application/vnd.gan-notebooks.headline+json";
}
