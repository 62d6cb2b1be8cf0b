using System.Reflection;

namespace GanNotebooks.Visualizers;

public class FigureFormatterTests
{
    [Fact]
    public void A_kernel_finds_every_form_by_reflection_alone()
    {
        var attribute = typeof(Figure).GetCustomAttributes(true).Single(candidate => candidate.GetType().Name == "TypeFormatterSourceAttribute");
        var preferred = (string[])Property(attribute, "PreferredMimeTypes");
        var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType"))!;
        var formatters = (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;

        var bundle = formatters.ToDictionary(formatter => (string)Property(formatter, "MimeType"), formatter => Format(formatter, Gallery.Loss).Text);

        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], preferred);
        Assert.Equal(preferred, bundle.Keys);
        Assert.Equal(Gallery.Loss.ToPlotlyJson(), bundle["application/vnd.plotly.v1+json"]);
        Assert.Equal(Gallery.Loss.ToSvg(), bundle["image/svg+xml"]);
        Assert.Equal("Loss: discriminator last 0.5 (0.5 to 0.7, 4 points); generator last 1.75 (0.8 to 1.75, 4 points)", bundle["text/plain"]);
    }

    [Fact]
    public void Another_type_is_declined()
    {
        Assert.All(new FigureFormatterSource().CreateTypeFormatters(), formatter => Assert.Equal((false, ""), Format(formatter, "no figure")));
    }

    [Fact]
    public void A_value_without_that_form_is_declined()
    {
        Assert.Equal((false, ""), Format(new MimeFormatter<string>("text/html", _ => null), "text"));
    }

    [Fact]
    public void Plain_text_is_never_empty()
    {
        Assert.All(Gallery.Figures.Values, figure => Assert.NotEmpty(figure.ToString()));
        Assert.Equal("Figure: no data", Gallery.Figures["no series"].ToString());
    }

    private static object Property(object instance, string name) => instance.GetType().GetProperty(name)!.GetValue(instance)!;

    private static (bool Done, string Text) Format(object formatter, object value)
    {
        using var writer = new StringWriter();
        var done = (bool)formatter.GetType().GetMethod("Format", BindingFlags.Public | BindingFlags.Instance)!.Invoke(formatter, [value, writer])!;
        return (done, writer.ToString());
    }
}
