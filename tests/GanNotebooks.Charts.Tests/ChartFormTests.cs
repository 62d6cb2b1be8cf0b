using System.Reflection;
using System.Text.Json;

namespace GanNotebooks.Charts.Tests;

public class ChartFormTests
{
    [Fact]
    public void A_kernel_finds_every_form_by_reflection_alone()
    {
        var bundle = ChartForm.All.Cast<object>().ToDictionary(form => (string)form.GetType().GetProperty("MimeType")!.GetValue(form)!, form => Format(form, Gallery.Loss).Text);

        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], bundle.Keys);
        Assert.Equal(bundle.Keys, ChartForm.MimeTypes);
        Assert.Equal(JsonValueKind.Array, JsonDocument.Parse(bundle["application/vnd.plotly.v1+json"]).RootElement.GetProperty("data").ValueKind);
        Assert.Equal(Gallery.Loss.ToSvg(), bundle["image/svg+xml"]);
        Assert.Equal("Loss: discriminator last 0.5 (0.5 to 0.7, 4 points); generator last 1.75 (0.8 to 1.75, 4 points)", bundle["text/plain"]);
    }

    [Fact]
    public void Another_type_is_declined() => Assert.All(ChartForm.All, form => Assert.Equal((false, ""), Format(form, "no chart")));

    [Fact]
    public void Plain_text_is_never_empty()
    {
        Assert.All(Gallery.Charts.Values, chart => Assert.NotEmpty(chart.Summary()));
        Assert.Equal("Figure: no data", Gallery.Charts["no series"].Summary());
    }

    private static (bool Done, string Text) Format(object formatter, object value)
    {
        using var writer = new StringWriter();
        var done = (bool)formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!.Invoke(formatter, [value, writer])!;
        return (done, writer.ToString());
    }
}
