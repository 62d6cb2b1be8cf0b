using System.Globalization;
using System.Net;
using System.Text;
using GanNotebooks.Charts;
using GanNotebooks.Trainers;
using GenericChart = Plotly.NET.GenericChart;

namespace GanNotebooks.Visualizers;

/// <summary>One frame of a <see cref="TrainingView"/>.</summary>
[TypeFormatterSource(typeof(FormatterSource<TrainingFrame>))]
internal sealed class TrainingFrame : IShown<TrainingFrame>
{
    private const int ChartWidth = 380;
    private const int ChartHeight = 300;
    private const int ChartPoints = 400;
    private const int PictureWidth = 340;
    private readonly double part;
    private readonly GenericChart losses;
    private readonly object? picture;

    public TrainingFrame(string title, TrainingProgress progress, long firstStep, TimeSpan elapsed, object? picture)
    {
        this.picture = picture;
        IsLast = progress.Finished;
        var step = progress.Step;
        part = (double)step.Number / progress.PlannedSteps;
        losses = TrainingCharts.Losses(progress.History, Math.Max(1, progress.History.Steps.Count / ChartPoints)).WithSize(ChartWidth, ChartHeight);
        var speed = elapsed > TimeSpan.Zero ? (step.Number - firstStep) / elapsed.TotalSeconds : 0;
        Summary = string.Create(CultureInfo.InvariantCulture,
            $"{title} · step {step.Number:N0} of {progress.PlannedSteps:N0} · {Pace(progress, speed, elapsed)} · D {step.DiscriminatorLoss:N3} · G {step.GeneratorLoss:N3}");
    }

    /// <summary>Whether the training has ended.</summary>
    public bool IsLast { get; }

    /// <summary>Where the training stands, in one line.</summary>
    public string Summary { get; }

    /// <summary>The frame as HTML without scripts.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<div style=\"max-width:960px\">");
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"background:#dde3ea;border-radius:4px;height:8px\"><div style=\"background:#0072b2;border-radius:4px;height:8px;width:{100 * part:0.#}%\"></div></div>");
        html.Append(CultureInfo.InvariantCulture, $"<div style=\"font:13px system-ui,sans-serif;margin:6px 0\">{WebUtility.HtmlEncode(Summary)}</div>");
        html.Append("<div style=\"display:flex;flex-wrap:wrap;gap:12px;align-items:flex-start\">").Append(Image(losses));
        if (picture is GenericChart chart) html.Append(Image(chart));
        if (picture is ImageGrid grid) html.Append(Image(grid.Summary, Math.Max(PictureWidth, grid.Width), "png", grid.Png.Span));
        return html.Append("</div></div>").ToString();
    }

    private static string Image(GenericChart chart)
    {
        var picture = ChartReader.Read(chart);
        return Image(picture.Summary, picture.Width, "svg+xml", Encoding.UTF8.GetBytes(SvgPicture.Render(picture)));
    }

    /// <summary>A picture inside the page: in notebooks that are not trusted, front ends keep only the text of inline SVG.</summary>
    private static string Image(string text, int width, string kind, ReadOnlySpan<byte> file) => string.Create(CultureInfo.InvariantCulture,
        $"<img alt=\"{WebUtility.HtmlEncode(text)}\" width=\"{width}\" style=\"image-rendering:pixelated\" src=\"data:image/{kind};base64,{Convert.ToBase64String(file)}\">");

    private static string Pace(TrainingProgress progress, double speed, TimeSpan elapsed)
    {
        if (progress.Finished) return string.Create(CultureInfo.InvariantCulture, $"{(progress.History.Stopped ? "stopped" : "done")} after {elapsed.TotalSeconds:N0} s");
        if (speed <= 0) return "starting";
        var left = TimeSpan.FromSeconds((progress.PlannedSteps - progress.Step.Number) / speed);
        return string.Create(CultureInfo.InvariantCulture, $"{speed:N0} steps/s · {left:m\\:ss} left");
    }

    static IReadOnlyList<MimeFormatter<TrainingFrame>> IShown<TrainingFrame>.Forms =>
    [
        new("text/html", frame => frame.ToHtml()),
        new("text/plain", frame => frame.Summary),
    ];
}
