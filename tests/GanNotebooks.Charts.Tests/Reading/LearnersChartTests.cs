using System.Xml.Linq;
using Plotly.NET;
using Plotly.NET.CSharp;
using Chart = Plotly.NET.CSharp.Chart;

namespace GanNotebooks.Charts.Tests.Reading;

/// <summary>Charts as learners make them with Plotly.NET.CSharp, in Plotly.NET's own look.</summary>
public class LearnersChartTests
{
    private static readonly double[] X = [1, 2, 3, 4];
    private static readonly double[] Y = [2, 4, 3, -1];
    private static readonly string[] Names = ["Ann", "Bob", "Cid", "Dee"];

    private static readonly Dictionary<string, Func<GenericChart>> Made = new()
    {
        ["line"] = () => Chart.Line<double, double, string>(X, Y, Name: "a", ShowMarkers: true, LineColor: Color.fromHex("#ff0000"), LineDash: StyleParam.DrawingStyle.Dash),
        ["points"] = () => Chart.Point<double, double, string>(X, Y, MarkerSymbol: StyleParam.MarkerSymbol.Square, MarkerColor: Color.fromString("green")),
        ["texts"] = () => Chart.Scatter<double, double, string>(X, Y, StyleParam.Mode.Markers_Text, MultiText: Names, TextPosition: StyleParam.TextPosition.TopCenter),
        ["bubbles"] = () => Chart.Bubble<double, double, string>(X, Y, [10, 20, 30, 40], MarkerColor: Color.fromColors([Color.fromString("red"), Color.fromRGB(1, 2, 3), Color.fromString("blue"), Color.fromHex("#00aaaa")])),
        ["color values"] = () => Chart.Point<double, double, string>(X, Y, MarkerColor: Color.fromColorScaleValues(X), MarkerColorScale: StyleParam.Colorscale.Jet),
        ["area"] = () => Chart.Area<double, double, string>(X, Y),
        ["columns"] = () => Chart.Column<double, string, string>(Y, Keys: Names, Name: "col"),
        ["bars"] = () => Chart.Combine([Chart.StackedBar<double, string, string>(X, Keys: Names, Name: "one"), Chart.StackedBar<double, string, string>(X, Keys: Names, Name: "two")]),
        ["histogram"] = () => Chart.Histogram<double, double, string>(X: X, NBinsX: 2),
        ["heat map"] = () => Chart.Heatmap<double, string, string, string>([X, Y], X: Names, Y: new[] { "low", "high" }, ColorScale: StyleParam.Colorscale.RdBu),
        ["annotated"] = () => Chart.AnnotatedHeatmap<double, double, double, string>([[1.0, 2.0]], new[] { new[] { "here", "there" } }),
        ["boxes"] = () => Chart.Combine([Chart.BoxPlot<double, double, string>(Y: X, Name: "first"), Chart.BoxPlot<double, double, string>(Y: Y, Name: "second")]),
        ["grid"] = () => Chart.Grid([Chart.Line<double, double, string>(X, Y), Chart.Column<double, string, string>(Y, Keys: Names)], 1, 2, SubPlotTitles: new[] { "Left", "Right" }),
        ["log axes"] = () => Chart.Line<double, double, string>([1, 10, 100], [1, 20, 300]).WithXAxisStyle<double, double, string>(TitleText: "n", AxisType: StyleParam.AxisType.Log).WithYAxisStyle<double, double, string>(AxisType: StyleParam.AxisType.Log),
        ["dates"] = () => Chart.Line<DateTime, double, string>([new(2024, 1, 1), new(2024, 1, 2)], [1, 2]),
    };

    internal static IEnumerable<GenericChart> All() => Made.Values.Select(make => make());

    public static TheoryData<string> Kinds => [.. Made.Keys];

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_is_drawn(string kind)
    {
        var chart = Made[kind]();
        var picture = ChartReader.Read(chart);
        var svg = chart.ToSvg();

        Assert.Empty(picture.Undrawn);
        Assert.All(picture.Panels, panel => Assert.False(panel.IsEmpty));
        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain(chart.Summary(), "no data", StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(svg).Root);
    }

    [Theory]
    [InlineData("line", "stroke=\"#ff0000\" stroke-width=\"2\" stroke-dasharray=\"9 6\"")]
    [InlineData("points", "<path fill=\"green\" stroke=\"none\"")]
    [InlineData("texts", ">Bob</text>")]
    [InlineData("bubbles", "stroke=\"#010203\" stroke-width=\"20\"")]
    [InlineData("color values", "stroke=\"#000083\"")]
    [InlineData("columns", ">Cid</text>")]
    [InlineData("bars", ">two</text>")]
    [InlineData("heat map", ">high</text>")]
    [InlineData("annotated", ">there</text>")]
    [InlineData("boxes", ">second</text>")]
    [InlineData("grid", ">Right</text>")]
    [InlineData("log axes", ">10²</text>")]
    [InlineData("dates", ">2024-01-02</text>")]
    public void What_its_author_chose_is_in_the_picture(string kind, string markup) => Assert.Contains(markup, Made[kind]().ToSvg(), StringComparison.Ordinal);

    [Fact]
    public void Plotly_NETs_template_gives_colours_and_grounds()
    {
        var picture = ChartReader.Read(Chart.Line<double, double, string>(X, Y));

        Assert.Equal(("#ffffff", "#e5ecf6"), picture.Ground);
        Assert.Equal("#636efa", picture.Panels[0].Traces[0].Color);
        Assert.Equal("#ffffff", picture.Panels[0].XAxis.Look.Grid);
        Assert.Equal((600, 600), (picture.Width, picture.Height));
    }

    [Fact]
    public void Bars_of_one_name_stack_or_stand_beside_each_other()
    {
        BarTrace[] Bars(string mode) => [.. ChartReader.Read(Chart.Combine([Column(), Column()]).Changed(layout => layout.With(("barmode", mode)))).Panels[0].Traces.Cast<BarTrace>()];

        var (stacked, beside, over) = (Bars("stack"), Bars("group"), Bars("overlay"));
        Assert.Equal((2, 4), (stacked[1].Bars[0].Base, stacked[1].Bars[0].End));
        Assert.Equal((-1, -2), (stacked[1].Bars[3].Base, stacked[1].Bars[3].End));
        Assert.Equal((-0.2, 0.2), (Math.Round(beside[0].Bars[0].Place, 6), Math.Round(beside[1].Bars[0].Place, 6)));
        Assert.Equal((0, 0.8), (over[1].Bars[0].Place, Math.Round(over[1].Bars[0].Width, 6)));

        static GenericChart Column() => Chart.Column<double, string, string>(Y, Keys: Names);
    }

    [Fact]
    public void Subplots_have_the_rooms_that_plotly_gives_them()
    {
        var panels = ChartReader.Read(Made["grid"]()).Panels;

        Assert.Equal(4 / 9.0, panels[0].XAxis.Domain.Max, 1e-9);
        Assert.Equal(5 / 9.0, panels[1].XAxis.Domain.Min, 1e-9);
        Assert.Equal(new Extent(0, 1), panels[0].YAxis.Domain);
    }

    [Fact]
    public void Shapes_ranges_and_titles_are_read()
    {
        var chart = Chart.Line<double, double, string>(X, Y).WithYAxisStyle<double, double, string>(MinMax: Tuple.Create(10.0, -10.0), TitleText: "y <b>bold</b>")
            .WithTitle("a & b").Changed(layout => layout.Add("shapes", new Plotly.NET.LayoutObjects.Shape().With(("type", "rect"), ("x0", 1), ("x1", 9), ("y0", 0), ("y1", 1), ("fillcolor", "red"))));
        var picture = ChartReader.Read(chart);

        Assert.Equal(("a & b", "y bold"), (picture.Title!.Text, picture.Panels[0].YAxis.Label));
        Assert.Equal(new AxisScale(-10, 10, Reversed: true), picture.Panels[0].YScale);
        Assert.Equal(9, picture.Panels[0].XScale.Max);
        Assert.Contains("<rect fill=\"red\"", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_drawn_is_said_and_the_rest_is_drawn()
    {
        var pie = Chart.Pie<double, string, string>(X, Labels: Names).ToSvg();
        Assert.Contains(">Not drawn in this picture: pie.</text>", pie, StringComparison.Ordinal);

        var mixed = Chart.Combine([Chart.Line<double, double, string>(X, Y, Name: "drawn"), Chart.Violin<double, double, string>(Y: Y), Chart.Surface<double, double, double, string>([X, Y])]);
        Assert.Contains("Not drawn in this picture: violin, surface.", mixed.ToSvg(), StringComparison.Ordinal);
        Assert.EndsWith("drawn last -1 (-1 to 4, 4 points)\nNot drawn in this picture: violin, surface.", mixed.Summary(), StringComparison.Ordinal);
        Assert.Single(ChartReader.Read(mixed).Panels);
    }

    [Fact]
    public void Nonsense_is_no_error()
    {
        var trace = new Trace2D("scatter").With(("x", new object?[] { null, "?", 3, true }), ("y", "text"), ("mode", 7), ("line", "none"), ("marker", new[] { 1 }));
        var layout = new Layout().With(("width", "wide"), ("height", double.NaN), ("xaxis", 5), ("shapes", new object[] { "x" }), ("annotations", 3), ("template", "none"), ("margin", true));

        Assert.Contains("<svg", Parts.Chart([trace, new Trace2D("bar"), new Trace2D("histogram"), new Trace2D("box"), new Trace2D("heatmap")], layout).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Lessons_and_the_package_may_be_used_together()
    {
        var chart = Figure.Lines("Loss", [new Series("a", [1, 2, 3])]).WithSize(500, 300)
            .WithXAxisStyle<double, double, string>(TitleText: "epoch").WithYRange(0, 4).WithSize(Width: 400).WithLegendStyle(Orientation: StyleParam.Orientation.Vertical).WithLogY;
        Assert.Throws<ArgumentException>(chart);

        var styled = Figure.Lines("Loss", [new Series("a", [1, 2, 3])]).WithXAxisStyle<double, double, string>(TitleText: "epoch");
        Assert.Contains(">epoch</text>", styled.ToSvg(), StringComparison.Ordinal);
        Assert.Equal(6, new Node(GenericChart.getLayout(styled))["template"]["layout"]["xaxis"]["title"]["standoff"].Number);
    }
}
