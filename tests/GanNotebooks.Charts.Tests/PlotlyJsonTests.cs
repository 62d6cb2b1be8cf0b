using System.Text.Json;

namespace GanNotebooks.Charts.Tests;

public class PlotlyJsonTests
{
    public static TheoryData<string> Names => [.. Gallery.Charts.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_chart_is_data_and_layout(string name)
    {
        var json = Parse(Gallery.Charts[name]);

        Assert.Equal(["data", "layout", "frames"], json.EnumerateObject().Select(member => member.Name));
        Assert.All(json.GetProperty("data").EnumerateArray(), trace => Assert.Contains(trace.GetProperty("type").GetString(), (string[])["scatter", "bar", "heatmap"]));
        Assert.InRange(json.GetProperty("layout").GetProperty("template").GetRawText().Length, 500, 1000);      // the kit's; Plotly.NET's has 8,000
    }

    [Fact]
    public void Numbers_keep_seven_digits_and_gaps_are_null()
    {
        double[] values = [0.1, 1f / 3, Math.PI, 1e-12, double.NaN, double.PositiveInfinity, 123456789.123];

        var y = Trace(Figure.Lines("", [new("a", values)]), 0).GetProperty("y").EnumerateArray().ToArray();

        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
                Assert.Equal(values[i], y[i].GetDouble(), Math.Abs(values[i]) * 5e-7);
            else
                Assert.Equal(JsonValueKind.Null, y[i].ValueKind);
        }
    }

    [Fact]
    public void Positions_are_written_where_there_are_some()
    {
        var trace = Trace(Figure.Lines("", [new("a", [5, 6]) { X = [100, 200] }]), 0);

        Assert.Equal([100.0, 200], Numbers(trace.GetProperty("x")));
        Assert.False(Trace(Gallery.Loss, 0).TryGetProperty("x", out _));
    }

    [Fact]
    public void Bars_hold_all_values()
    {
        var bars = Trace(Gallery.Scores, 0);

        Assert.Equal([0.0, 0, 0, 0, 0, 0, 0, 1, 1, 2], Numbers(bars.GetProperty("y")));
        Assert.Equal(0.05, Numbers(bars.GetProperty("x"))[0], 1e-12);
    }

    [Fact]
    public void A_heat_maps_first_row_is_the_lowest()
    {
        var map = Trace(Gallery.Surface, 0);

        Assert.Equal(0.5, map.GetProperty("y0").GetDouble());
        Assert.Equal(1, map.GetProperty("dy").GetDouble());
        Assert.Equal(-0.5, map.GetProperty("x0").GetDouble());
        Assert.Equal([0, 0.25], Numbers(map.GetProperty("z")[0]));
        Assert.Equal(JsonValueKind.Null, map.GetProperty("z")[2][0].ValueKind);
    }

    [Fact]
    public void Markup_in_names_is_text()
    {
        var json = Parse(Figure.Lines("<b>x</b>", [new("a<br>b", [1]), new("&amp;", [1])]));

        Assert.Equal("a&lt;br&gt;b", json.GetProperty("data")[0].GetProperty("name").GetString());
        Assert.Equal("&amp;amp;", json.GetProperty("data")[1].GetProperty("name").GetString());
        Assert.Equal("&lt;b&gt;x&lt;/b&gt;", json.GetProperty("layout").GetProperty("title").GetProperty("text").GetString());
    }

    [Fact]
    public void Panels_have_axes_of_their_own()
    {
        var json = Parse(Gallery.Everything);
        var layout = json.GetProperty("layout");

        Assert.Equal(["x", "x", "x2", "x2", "x3", "x3", "x4", "x4"], json.GetProperty("data").EnumerateArray().Select(trace => trace.GetProperty("xaxis").GetString()));
        var ends = new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }.SelectMany(axis => Numbers(layout.GetProperty(axis).GetProperty("domain"))).ToArray();
        Assert.Equal(ends.Order(), ends);
        Assert.InRange(ends[^1], 0, 1);
    }

    [Fact]
    public void A_logarithmic_range_is_given_in_powers_of_ten()
    {
        var axis = Parse(Figure.Lines("", [new("a", [1, 5])]).WithLogY().WithYRange(0.01, 1000)).GetProperty("layout").GetProperty("yaxis");

        Assert.Equal("log", axis.GetProperty("type").GetString());
        Assert.Equal([-2.0, 3], Numbers(axis.GetProperty("range")).Select(end => Math.Round(end, 9)));
    }

    [Fact]
    public void A_very_long_line_keeps_its_extremes()
    {
        var values = Enumerable.Range(0, 50_000).Select(i => Math.Sin(i * 0.01)).ToArray();
        values[31_234] = 7;

        var y = Numbers(Trace(Figure.Lines("", [new("a", values)]), 0).GetProperty("y"));

        Assert.InRange(y.Length, 2_000, 5_010);
        Assert.Contains(7, y);
        Assert.Equal(values[^1], y[^1], 1e-6);
    }

    [Theory]
    [InlineData("loss", 2153)]
    [InlineData("scores", 2033)]
    [InlineData("everything", 7396)]
    public void The_text_is_no_longer_than_the_kits_own_writer_made_it(string name, int before) => Assert.InRange(Gallery.Charts[name].Json().Length, 500, before);

    [Fact]
    public void A_point_without_neighbours_gets_a_marker()
    {
        var trace = Trace(Figure.Lines("", [new("a", [1, double.NaN, 3, double.NaN, 4, 5])]), 0);

        Assert.Equal("lines+markers", trace.GetProperty("mode").GetString());
        Assert.Equal([6.0, 0, 6, 0, 0, 0], Numbers(trace.GetProperty("marker").GetProperty("size")));
    }

    private static JsonElement Parse(Plotly.NET.GenericChart chart) => JsonDocument.Parse(chart.Json()).RootElement;

    private static JsonElement Trace(Plotly.NET.GenericChart chart, int index) => Parse(chart).GetProperty("data")[index];

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
