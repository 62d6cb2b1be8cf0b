using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GanNotebooks.Charts.Tests;

public class HeatMapTests
{
    [Fact]
    public void Row_0_is_at_the_bottom_and_column_0_at_the_left()
    {
        var map = Map(Figure.HeatMap("", new double[,] { { 1, 0 }, { 0, 0 }, { 0, 0 } }, (0, 2), (0, 3), (0, 1)));

        Assert.Equal("M0 0h1v1h-1z", Path(map, ColorScale.Viridis.At(1)));
        Assert.Equal("M1 0h1v1h-1zM0 1h2v1h-2zM0 2h2v1h-2z", Path(map, ColorScale.Viridis.At(0)));
        var scale = Regex.Match((string)map.Attribute("transform")!, @"scale\((\S+) (-?\S+)\)");
        Assert.DoesNotContain('-', scale.Groups[1].Value);
        Assert.StartsWith("-", scale.Groups[2].Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_outside_take_the_end_colours_and_gaps_none()
    {
        var map = Map(Figure.HeatMap("", new[,] { { -5, 5, double.NaN } }, (0, 3), (0, 1), (0, 1)));

        Assert.Equal("M0 0h1v1h-1z", Path(map, ColorScale.Viridis.At(0)));
        Assert.Equal("M1 0h1v1h-1z", Path(map, ColorScale.Viridis.At(1)));
        Assert.Equal(2, map.Elements().Count());
    }

    [Fact]
    public void Even_noise_stays_small()
    {
        var random = new Random(1);
        var z = new double[60, 60];
        for (var i = 0; i < z.Length; i++)
            z[i / 60, i % 60] = random.NextDouble();

        Assert.InRange(Figure.HeatMap("", z, (0, 1), (0, 1)).ToSvg().Length, 10_000, 80_000);
    }

    [Fact]
    public void Cells_are_evaluated_at_their_centres()
    {
        Assert.Equal([-0.75, -0.25, 0.25, 0.75], Figure.CellCenters((-1, 1), 4));
    }

    [Fact]
    public void Flat_values_become_rows()
    {
        Assert.Equal(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } }, Figure.Cells([1f, 2, 3, 4, 5, 6], 3));
        var error = Assert.Throws<ArgumentException>(() => Figure.Cells([1f, 2, 3], 2));
        Assert.StartsWith("3 values do not fill rows of 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_grid_is_copied()
    {
        var z = new double[,] { { 0, 1 } };
        var figure = Figure.HeatMap("", z, (0, 1), (0, 1));
        var before = figure.ToSvg();
        z[0, 0] = 1;

        Assert.Equal(before, figure.ToSvg());
    }

    private static XElement Map(Plotly.NET.GenericChart chart) =>
        XDocument.Parse(chart.ToSvg()).Descendants().Single(element => (string?)element.Attribute("shape-rendering") == "crispEdges");

    private static string? Path(XElement map, string color) =>
        (string?)map.Elements().Single(path => (string?)path.Attribute("fill") == color).Attribute("d");
}
