using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Site.Workshop;

/// <summary>Makes slides from a lesson, in one self-contained page: a title, then a slide for each section.</summary>
internal static partial class Slides
{
    private const double Height = 36, Wide = 88, Narrow = 42, Largest = 2.3, Smallest = 1.2;      // in hundredths of a slide's width
    private static readonly string Style = Resource("slides.css"), Script = Resource("slides.js");

    /// <summary>The page, and how many slides it has.</summary>
    /// <param name="lesson">The lesson with its outputs.</param>
    /// <param name="folder">The lesson's folder, which holds its pictures.</param>
    public static (string Page, int Count) Of(Notebook lesson, string folder)
    {
        var slides = Read(lesson);
        var (cells, shown) = (new Notebook(), new Queue<string>());
        foreach (var slide in slides)
        {
            cells.Cells.Add(new NotebookCell(CellKind.Markdown, "text", $"{slide.Heading}\n\n{string.Join("\n\n", slide.Text)}\n\n{slide.Image}"));
            cells.Cells.Add(new NotebookCell(CellKind.Code, "picture", "0"));
            if (slide is { Image: null, Picture: { } picture }) cells.Cells[^1].Outputs.Add(new DisplayOutput(picture));
        }
        var html = CellHtml.Of(cells, folder, (_, output) => Kept(shown, output)).Cells;
        var body = string.Concat(slides.Select((slide, i) => ToHtml(slide, Picture().Replace(html[2 * i], string.Empty),
            slide.Image is not null ? Picture().Match(html[2 * i]).Groups["image"].Value : slide.Picture is not null ? shown.Dequeue() : null)));
        return (Page(WebUtility.HtmlEncode(lesson.Title ?? "Slides"), body), slides.Count);
    }

    private static string Kept(Queue<string> outputs, string output)
    {
        outputs.Enqueue(output);
        return output;
    }

    // A heading begins a slide wherever it is in a cell. Text below code belongs to the code, unless there was little before it.
    private static List<Slide> Read(Notebook lesson)
    {
        var slides = new List<Slide>();
        foreach (var cell in lesson.Cells)
        {
            if (cell.Kind == CellKind.Code && slides.Count > 0)
            {
                slides[^1].Picture ??= cell.Outputs.OfType<DisplayOutput>().Select(output => PictureOf(output.Data)).FirstOrDefault(picture => picture is not null);
                slides[^1].IsFull |= slides[^1].Blocks.Sum(SlideText.Words) >= SlideText.Enough;
            }
            if (cell.Kind != CellKind.Markdown) continue;
            foreach (var part in Heading().Split(cell.Source))
            {
                var text = part;
                if (Heading().IsMatch(part)) (slides, text) = ([.. slides, new Slide(part.Split('\n')[0])], part[part.Split('\n')[0].Length..]);
                if (slides.Count == 0) continue;
                slides[^1].Image ??= Image().Match(text) is { Success: true } image ? image.Value : null;
                if (!slides[^1].IsFull) slides[^1].Blocks.AddRange(SlideText.Blocks(text));
            }
        }
        if (slides.Count > 0) slides[0].Picture ??= slides.Select(slide => slide.Picture).FirstOrDefault(picture => picture is not null);
        return slides;
    }

    private static MimeBundle? PictureOf(MimeBundle data)
    {
        if (Array.Find(["image/svg+xml", "image/gif", "image/png"], data.Contains) is not { } type) return null;
        var picture = new MimeBundle(type, data[type]!);
        picture.Add(MimeBundle.PlainText, data[MimeBundle.PlainText] ?? "Picture");
        return picture;
    }

    // The largest font size at which the text fits: a letter is about half as wide as high, a line one and a half times as high.
    private static string ToHtml(Slide slide, string text, string? picture)
    {
        var width = picture is null ? Wide : Narrow;
        var letters = slide.Text.Sum(block => (SlideText.IsFormula(block) ? 60 : block.Length) + (block.Count(letter => letter == '\n') * 25) + 40);
        var size = Math.Clamp(Math.Sqrt(width * Height / (0.85 * letters)), Smallest, Largest);
        var formula = slide.Text.Where(SlideText.IsFormula).Select(block => Command().Replace(block, "x").Length).DefaultIfEmpty(1).Max();
        return string.Create(CultureInfo.InvariantCulture, $"""
            <section class="slide{(picture is null ? string.Empty : " with-picture")}" style="--size:{size:N2};--formula:{Math.Clamp(width / (0.5 * size * formula), 0.4, 1):N2}">
            <div class="words">{text}</div>
            {(picture is null ? string.Empty : $"<div class=\"picture\">{picture}</div>")}
            </section>

            """);
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

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(Slides).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private sealed record Slide(string Heading)
    {
        public List<string> Blocks { get; } = [];

        public bool IsFull { get; set; }

        public string? Image { get; set; }

        public MimeBundle? Picture { get; set; }

        // The title's first paragraph says what will be made.
        public List<string> Text => field ??= Heading.StartsWith("# ", StringComparison.Ordinal) ? Blocks[..Math.Min(1, Blocks.Count)] : SlideText.Beginning(Blocks);
    }

    [GeneratedRegex(@"^(?=##? )", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"<p>(?<image><img\b[^>]*>)</p>\n?")]
    private static partial Regex Picture();

    [GeneratedRegex(@"\\[a-zA-Z]+|[{}$^_\\]")]
    private static partial Regex Command();
}
