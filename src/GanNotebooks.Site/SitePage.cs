namespace GanNotebooks.Site;

/// <summary>What a page shows, without what all pages have.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="Title">Plain text.</param>
/// <param name="Body">HTML.</param>
/// <param name="Contents">Its headings as a &lt;nav&gt;; empty where there are fewer than two.</param>
/// <param name="Picture">Its first picture, an &lt;img&gt;; null without one.</param>
/// <param name="Sections">What can be searched for.</param>
internal sealed record SitePage(string Name, string Title, string Body, string Contents, string? Picture, IReadOnlyList<Section> Sections);

/// <summary>A heading and what follows it, to be searched.</summary>
/// <param name="Url">Page and anchor.</param>
/// <param name="Page">The page's title.</param>
/// <param name="Heading">Plain text.</param>
/// <param name="Text">Plain text and code, without outputs.</param>
internal sealed record Section(string Url, string Page, string Heading, string Text);
