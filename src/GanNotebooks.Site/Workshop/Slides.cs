using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site.Workshop;

/// <summary>A lesson as slides, one self-contained page: a title, then a slide for each section.</summary>
internal static partial class Slides
{
    private const double Height = 36, Wide = 88, Narrow = 42, Largest = 2.3, Smallest = 1.2;      // in hundredths of a slide's width
    private static readonly string[] Pictures = ["image/svg+xml", "image/gif", "image/png"];
    private static readonly string Style = Read("slides.css"), Script = Read("slides.js");

    /// <summary>The page, and how many slides it has.</summary>
    /// <param name="lesson">The lesson with its outputs.</param>
    /// <param name="folder">The lesson's folder, where its pictures lie.</param>
    public static (string Page, int Count) Of(Notebook lesson, string folder)
    {
        var slides = Read(lesson);
        var cells = new Notebook();
        foreach (var slide in slides)
        {
            cells.Cells.Add(new NotebookCell(CellKind.Markdown, "text", $"{slide.Heading}\n\n{string.Join("\n\n", slide.Shown)}"));
            cells.Cells.Add(slide.Image is { } image ? new NotebookCell(CellKind.Markdown, "picture", image) : new NotebookCell(CellKind.Code, "picture", slide.Picture is null ? string.Empty : "0"));
            if (slide is { Image: null, Picture: { } picture }) cells.Cells[^1].Outputs.Add(new DisplayOutput(picture));
        }
        var shown = new Queue<string>();
        var html = CellHtml.Of(cells, folder, (_, output) =>
        {
            shown.Enqueue(output);
            return output;
        }).Cells;
        var body = slides.Select((slide, i) => ToHtml(slide, html[2 * i], slide.Image is not null ? Picture().Match(html[(2 * i) + 1]).Value : slide.Picture is not null ? shown.Dequeue() : null));
        return (Page(System.Net.WebUtility.HtmlEncode(lesson.Title ?? "Slides"), string.Concat(body)), slides.Count);
    }

    // A heading begins a slide wherever it stands in a cell.
    private static List<Slide> Read(Notebook lesson)
    {
        var slides = new List<Slide>();
        foreach (var cell in lesson.Cells)
        {
            if (cell.Kind == CellKind.Code && slides.Count > 0) slides[^1].Picture ??= cell.Outputs.OfType<DisplayOutput>().Select(output => PictureOf(output.Data)).FirstOrDefault(picture => picture is not null);
            if (cell.Kind != CellKind.Markdown) continue;
            var parts = Heading().Split(cell.Source);
            for (var i = 0; i < parts.Length; i++)
            {
                var end = parts[i].IndexOf('\n', StringComparison.Ordinal) is var at and >= 0 ? at : parts[i].Length;
                var begins = parts[i].StartsWith("## ", StringComparison.Ordinal) || parts[i].StartsWith("# ", StringComparison.Ordinal);
                if (begins) slides.Add(new Slide(parts[i][..end]));
                if (slides.Count == 0) continue;
                var text = begins ? parts[i][end..] : parts[i];
                slides[^1].Image ??= Image().Match(text) is { Success: true } image ? image.Value : null;
                slides[^1].Blocks.AddRange(SlideText.Blocks(text));
            }
        }
        if (slides.Count > 0) slides[0].Picture ??= slides.Select(slide => slide.Picture).FirstOrDefault(picture => picture is not null);
        return slides;
    }

    private static MimeBundle? PictureOf(MimeBundle data)
    {
        if (Array.Find(Pictures, data.Contains) is not { } type) return null;
        var picture = new MimeBundle(type, data[type]!);
        picture.Add(MimeBundle.PlainText, data[MimeBundle.PlainText] ?? "Picture");
        return picture;
    }

    // A letter is about half as wide as high, a line one and a half times as high: so large may the letters be that the text fits.
    private static string ToHtml(Slide slide, string text, string? picture)
    {
        var width = picture is null ? Wide : Narrow;
        var letters = slide.Shown.Sum(block => (block.StartsWith("$$", StringComparison.Ordinal) ? 60 : block.Length) + (block.Count(letter => letter == '\n') * 25) + 40);
        var size = Math.Clamp(Math.Sqrt(width * Height / (0.85 * letters)), Smallest, Largest);
        var formula = slide.Shown.SelectMany(block => Formula().Matches(block)).Select(found => Command().Replace(found.Value, "x").Length).DefaultIfEmpty(1).Max();
        var scale = Math.Clamp(width / (0.55 * size * formula), 0.4, 1);
        return string.Create(CultureInfo.InvariantCulture, $"<section class=\"slide{(picture is null ? string.Empty : " with-picture")}\" style=\"--size:{size:N2};--formula:{scale:N2}\">\n<div class=\"words\">{text}</div>\n{(picture is null ? string.Empty : $"<div class=\"picture\">{picture}</div>\n")}</section>\n");
    }

    private static string Page(string title, string body) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Script)))}}'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <style>
        {{CellHtml.LightStyle}}@media screen and (prefers-color-scheme: dark) {
        {{CellHtml.DarkStyle}}}
        {{Style}}
        </style>
        </head>
        <body>
        {{body}}<script>{{Script}}</script>
        </body>
        </html>

        """;

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Slides).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Slide(string Heading)
    {
        public List<string> Blocks { get; } = [];

        public string? Image { get; set; }

        public MimeBundle? Picture { get; set; }

        // The title's first paragraph says what will be made.
        public IReadOnlyList<string> Shown => field ??= Heading.StartsWith("# ", StringComparison.Ordinal) ? [.. Blocks.Take(1)] : SlideText.Beginning(Blocks);
    }

    [GeneratedRegex(@"^(?=##? )", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"<img\b[^>]*>")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\$\$.*?\$\$", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"\\[a-zA-Z]+|[{}$^_\\]")]
    private static partial Regex Command();
}
