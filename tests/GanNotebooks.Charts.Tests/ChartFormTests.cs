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

    [Theory]
    [InlineData("loss"), InlineData("surface"), InlineData("everything"), InlineData("tiny"), InlineData("no series")]
    public void Plotlys_buttons_have_a_row_of_their_own_above_title_and_plot(string name)
    {
        var chart = Gallery.Charts[name];
        var (plain, shown) = (Layout(chart.Json()), Layout(chart.ToPlotlyJson()));
        double Of(JsonElement layout, string part, string member) => layout.GetProperty(part).GetProperty(member).GetDouble();

        Assert.Equal(plain.GetProperty("height").GetDouble() + 26, shown.GetProperty("height").GetDouble());
        Assert.Equal(Of(plain, "margin", "t") + 26, Of(shown, "margin", "t"));
        Assert.Equal(Of(plain, "margin", "b"), Of(shown, "margin", "b"));
        if (plain.TryGetProperty("title", out _)) Assert.Equal(12 + 26, shown.GetProperty("title").GetProperty("pad").GetProperty("t").GetDouble());
        Assert.Equal(chart.Json(), Gallery.Charts[name].Json());      // the chart itself stays as it is, and so does its picture
    }

    [Fact]
    public void A_chart_in_another_look_is_shown_as_its_author_made_it()
    {
        var own = Plotly.NET.CSharp.Chart.Line<double, double, string>([1, 2], [3, 4]);
        Assert.Equal(own.Json(), own.ToPlotlyJson());
    }

    private static JsonElement Layout(string json) => JsonDocument.Parse(json).RootElement.GetProperty("layout");

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
