using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Tests.Display;

public class FormatterTests
{
    private readonly FormatterRegistry registry = new();

    [Fact]
    public void A_foreign_attribute_of_the_simple_name_is_honoured_on_base_types_and_interfaces()
    {
        foreach (var picture in new object[] { new Foreign.Picture(), new Foreign.SpecialPicture(), new Foreign.Implements() })
        {
            var bundle = registry.Format(picture);
            Assert.Equal(["image/png", "text/plain"], bundle.Entries.Select(entry => entry.Key));
            Assert.Equal("aGk=", bundle["image/png"]);
            Assert.Equal("a picture", bundle["text/plain"]);
        }
        Assert.Equal("<pic>", registry.Format(new Foreign.Picture(), "text/html")["text/html"]);
    }

    [Fact]
    public void A_host_shows_a_type_by_its_name_and_the_types_derived_from_it_and_asks_for_the_formatters_late()
    {
        var asked = 0;
        HostFormatters.Offer(typeof(Foreign.Unknown).FullName!, () =>
        {
            asked++;
            return [.. new Foreign.PictureFormatters().CreateTypeFormatters()];
        });
        registry.Format(new Version(1, 2));
        Assert.Equal(0, asked);
        foreach (var unknown in new object[] { new Foreign.Unknown(), new Foreign.DerivedUnknown(), new Foreign.DerivedUnknown() })
        {
            Assert.Equal(["text/html", "image/png", "text/plain"], registry.Format(unknown).Entries.Select(entry => entry.Key));
        }
        Assert.Equal(2, asked);      // once a type
        registry.Register(typeof(Foreign.Unknown), (_, writer) => writer.Write("<mine>"), "text/html");
        Assert.Equal("<mine>", registry.Format(new Foreign.DerivedUnknown())["text/html"]);
    }

    [Fact]
    public void A_formatter_that_throws_shows_its_error_instead()
    {
        registry.Register(typeof(Version), (_, _) => throw new FormatException("broken"), "text/html");
        var bundle = registry.Format(new Version(1, 2));
        Assert.Null(bundle["text/html"]);
        Assert.Equal("1.2\nThe text/html formatter of Version failed: FormatException: broken", bundle["text/plain"]);
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("text", "text")]
    [InlineData(1.5, "1.5")]
    [InlineData(true, "True")]
    [InlineData(new[] { 1, 2 }, "[ 1, 2 ]")]
    [InlineData(new int[0], "[]")]
    public void Scalars_and_lists_of_them_are_text_only(object? value, string text)
    {
        var bundle = registry.Format(value);
        Assert.Equal(text, bundle["text/plain"]);
        Assert.Single(bundle.Entries);
    }

    [Fact]
    public void Long_lists_say_how_many_are_left()
    {
        var text = registry.Format(Enumerable.Range(0, 1520).ToList())["text/plain"]!;
        Assert.EndsWith("19, … (1,500 more) ]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Objects_make_a_table_that_is_escaped_and_limited()
    {
        var bundle = registry.Format(Enumerable.Range(0, 25).Select(n => new Row(n, $"<{n}>")).ToArray());
        var html = bundle["text/html"]!;
        Assert.Contains("<th>Number</th><th>Name</th>", html, StringComparison.Ordinal);
        Assert.Contains("<td>&lt;3&gt;</td>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("&lt;20&gt;", html, StringComparison.Ordinal);
        Assert.Contains("5 more rows", html, StringComparison.Ordinal);
        Assert.Contains("Number = 3, Name = <3>", bundle["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void Dictionaries_are_tables_of_keys_and_values() =>
        Assert.Contains("<tr><td>a</td><td>1</td></tr>", registry.Format(new Dictionary<string, int> { ["a"] = 1 })["text/html"], StringComparison.Ordinal);

    [Fact]
    public void A_getter_that_throws_is_shown_and_records_are_text()
    {
        Assert.Contains("InvalidOperationException: no", registry.Format(new Throws())["text/html"], StringComparison.Ordinal);
        Assert.Equal("Row { Number = 1, Name = n }", registry.Format(new Row(1, "n"))["text/plain"]);
        Assert.Equal("Task<Int32> (WaitingForActivation)", registry.Format(new TaskCompletionSource<int>().Task)["text/plain"]);
    }

    [Fact]
    public void Json_types_are_embedded_as_json()
    {
        var bundle = new MimeBundle("application/vnd.plotly.v1+json", "{\"data\": [1]}");
        bundle.Add("text/plain", "{}");
        var json = bundle.ToJson();
        Assert.Equal(1, (int?)json["application/vnd.plotly.v1+json"]!["data"]![0]);
        Assert.Equal("{}", (string?)json["text/plain"]);
    }

    private sealed record Row(int Number, string Name);

    private sealed class Throws
    {
        public int Bad => throw new InvalidOperationException("no");
    }
}
