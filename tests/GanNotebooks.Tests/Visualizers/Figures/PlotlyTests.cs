using System.Text.Json;

namespace GanNotebooks.Visualizers;

public class PlotlyTests
{
    public static TheoryData<string> Names => [.. Gallery.Figures.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Every_figure_is_data_and_layout(string name)
    {
        var json = Parse(Gallery.Figures[name]);

        Assert.Equal(["data", "layout"], json.EnumerateObject().Select(member => member.Name));
        Assert.All(json.GetProperty("data").EnumerateArray(), trace => Assert.Contains(trace.GetProperty("type").GetString(), (string[])["scatter", "bar", "heatmap"]));
        Assert.False(json.GetProperty("layout").TryGetProperty("template", out _));
    }

    [Fact]
    public void Numbers_are_the_same_and_gaps_are_null()
    {
        double[] values = [0.1, 1f / 3, Math.PI, 1e-12, double.NaN, double.PositiveInfinity, 123456789.123];

        var y = Trace(Figure.Lines("", [new("a", values)]), 0).GetProperty("y").EnumerateArray().ToArray();

        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]))
                Assert.True(y[i].GetDouble() == values[i] || y[i].GetSingle() == values[i], $"{values[i]} became {y[i]}");
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
        Assert.Equal("&lt;b&gt;x&lt;/b&gt;", json.GetProperty("layout").GetProperty("annotations")[0].GetProperty("text").GetString());
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
        Assert.Equal(values[^1], y[^1]);
    }

    private static JsonElement Parse(Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    private static JsonElement Trace(Figure figure, int index) => Parse(figure).GetProperty("data")[index];

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
