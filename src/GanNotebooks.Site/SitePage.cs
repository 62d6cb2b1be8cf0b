namespace GanNotebooks.Site;

/// <summary>The content of a page, without the parts that all pages have.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Body">HTML.</param>
/// <param name="Contents">Its headings as a &lt;nav&gt;; empty if there are fewer than two.</param>
/// <param name="Picture">Its first picture, an &lt;img&gt;; null if it has none.</param>
/// <param name="Sections">Its sections, for the search.</param>
internal sealed record SitePage(string Name, string Title, string Body, string Contents, string? Picture, IReadOnlyList<Section> Sections);

/// <summary>A heading and the text after it, for the search.</summary>
/// <param name="Url">Page and anchor.</param>
/// <param name="Page">The page's title.</param>
/// <param name="Heading">Plain text.</param>
/// <param name="Text">Plain text and code, without outputs.</param>
internal sealed record Section(string Url, string Page, string Heading, string Text);
