using System.Text.Json.Nodes;
using GanNotebooks.Visualizers;
using Plotly.NET;
using Plotly.NET.LayoutObjects;
using Figure = GanNotebooks.Visualizers.Figure;

namespace GanNotebooks.Interactive.Tests;

public class FigureExtensionsTests
{
    private static readonly Figure Lines = Figure.Lines("Losses", [new Series("critic", [3, 2, double.NaN, 1]), new Series("generator", [1, 2, 3, 4])], yLabel: "loss").WithHorizontalLine(2, "half way");

    public static TheoryData<string> Kinds => ["lines", "beside"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_says_what_the_figure_says(string kind)
    {
        var figure = kind == "lines" ? Lines : Figure.SideBySide(Lines, Lines);
        var chart = JsonNode.Parse(GenericChart.toFigureJson(figure.ToPlotlyNet()))!;
        var expected = JsonNode.Parse(figure.ToPlotlyJson())!;
        foreach (var part in new[] { "data", "layout" })
            Assert.True(JsonNode.DeepEquals(Rounded(expected[part]), Rounded(chart[part])), $"{expected[part]}\n{chart[part]}");
    }

    [Fact]
    public void Styling_adds_to_what_is_there()
    {
        var chart = Lines.ToPlotlyNet();
        dynamic yAxis = Assert.IsType<LinearAxis>((object)((dynamic)GenericChart.getLayout(chart)).yaxis);
        yAxis.gridcolor = "#abcdef";
        var layout = JsonNode.Parse(GenericChart.toFigureJson(chart))!["layout"]!;
        Assert.Equal("#abcdef", (string?)layout["yaxis"]!["gridcolor"]);
        Assert.Contains("loss", layout["yaxis"]!["title"]!.ToJsonString(), StringComparison.Ordinal);
    }

    // Numbers by their value: 1 and 1.0 are one.
    private static JsonNode? Rounded(JsonNode? node) => node switch
    {
        JsonObject o => new JsonObject(o.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Rounded(member.Value)))),
        JsonArray a => new JsonArray([.. a.Select(Rounded)]),
        JsonValue v when v.GetValueKind() == System.Text.Json.JsonValueKind.Number => JsonValue.Create(v.GetValue<double>()),
        _ => node?.DeepClone(),
    };
}
