namespace GanNotebooks.Charts.Tests;

public class FigureTests
{
    [Fact]
    public void Data_is_copied()
    {
        List<double> loss = [1, 2, 3];
        var figure = Figure.Lines("Loss", [new("a", loss)]);
        var before = figure.Json();
        loss[1] = 99;
        loss.Add(100);

        Assert.Equal(before, figure.Json());
    }

    [Fact]
    public void Settings_return_a_new_figure()
    {
        var before = Gallery.Loss.ToSvg();

        Assert.NotEqual(before, Gallery.Loss.WithSize(480, 300).WithLogY().WithXRange(1, 2).WithHorizontalLine(1).WithTitle("x").WithLines(new Series("c", [1, 2])).ToSvg());
        Assert.Equal(before, Gallery.Loss.ToSvg());
    }

    [Fact]
    public void Single_precision_is_taken_as_it_is()
    {
        float[] x = [0.1f, 0.2f];

        Assert.Equal(x.Select(value => (double)value), new Series("a", x).Values);
        Assert.Equal(x.Select(value => (double)value), new Points("a", x, x).Y);
        Assert.Equal([1.0, 2, 3], new Series("a", [1, 2, 3]).Values);
    }

    [Fact]
    public void Figures_side_by_side_shrink_to_a_notebooks_width()
    {
        Assert.Equal(960, ChartReader.Read(Gallery.Everything).Width);
        Assert.Equal(440, ChartReader.Read(Figure.SideBySide(Gallery.Samples)).Height);

        var nested = Figure.SideBySide(Figure.SideBySide(Gallery.Loss, Gallery.Scores), Gallery.Samples);
        var boxes = Boxes(nested);
        Assert.Equal(3, boxes.Length);
        Assert.True(boxes[0].Right < boxes[1].X && boxes[1].Right < boxes[2].X && boxes[2].Right < 960);
        Assert.Equal(["Loss", "D(x)", "Samples"], ChartReader.Read(nested).Panels.Select(panel => panel.Title));
    }

    [Fact]
    public void A_grid_fills_rows()
    {
        var boxes = Boxes(Figure.Grid(2, Gallery.Loss, Gallery.Loss, Gallery.Loss));

        Assert.Equal(boxes[0].Y, boxes[1].Y);
        Assert.True(boxes[0].Bottom < boxes[2].Y);
        Assert.Equal(boxes[0].X, boxes[2].X);
    }

    [Fact]
    public void A_chart_looks_the_same_alone_and_in_a_grid_of_its_own()
    {
        var (alone, arranged) = (Boxes(Gallery.Surface)[0], Boxes(Figure.SideBySide(Gallery.Surface))[0]);

        Assert.Equal(alone.X, arranged.X, 0.1);
        Assert.Equal(alone.Y, arranged.Y, 0.1);
        Assert.Equal(alone.Right, arranged.Right, 0.1);
        Assert.Equal(alone.Bottom, arranged.Bottom, 0.1);
    }

    [Fact]
    public void Data_and_reference_lines_lie_inside_the_axes()
    {
        var layout = Layout(Figure.Lines("", [new("a", [1, 2])]).WithHorizontalLine(10).WithVerticalLine(5));

        var area = layout.Panels.Single().Area;
        Assert.InRange(area.Y(10), area.Box.Y, area.Box.Bottom);
        Assert.InRange(area.X(5), area.Box.X, area.Box.Right);
    }

    [Fact]
    public void The_legend_lies_above_the_plot()
    {
        var many = Layout(Figure.Lines("Title", [.. Enumerable.Range(0, 12).Select(i => new Series($"series number {i}", [i, i + 1]))]));
        var legend = many.Picture.Legends.Single();

        Assert.Equal(12, legend.Traces.Count);
        Assert.InRange(legend.Size(many.RoomOf(legend)).Height, 40, many.Plot.Y - 34);
    }

    [Fact]
    public void A_histogram_with_all_values_equal_has_one_bar()
    {
        Assert.Contains("[0,3,0]", Figure.Histogram("", [new("a", [5, 5, 5])], bins: 3).Json(), StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_explained()
    {
        Explains(() => new Points("fake", [1.0, 2], [1.0]), "Points \"fake\": 2 x values and 1 y values");
        Explains(() => new Series("d", [1.0, 2]) { X = [1] }, "Series \"d\": 1 x positions for 2 values");
        Explains(() => Gallery.Loss.WithYRange(3, 3), "(3, 3) is no range");
        Explains(() => Gallery.Loss.WithXRange(double.NaN, 3), "(NaN, 3) is no range");
        Explains(() => Gallery.Loss.WithYRange(0, 1).WithLogY(), "A logarithmic axis cannot begin at 0");
        Explains(() => Gallery.Loss.WithLogY().WithYRange(-1, 1), "A logarithmic axis cannot begin at -1");
        Explains(() => Gallery.Loss.WithHorizontalLine(double.NaN), "A reference line needs a finite place");
        Explains(() => Figure.SideBySide(), "There is nothing to arrange");
        Assert.StartsWith("A heat map has cells", Assert.Throws<InvalidOperationException>(() => Gallery.Surface.WithLogY()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Gallery.Loss.WithSize(20, 400));
        Assert.Throws<ArgumentOutOfRangeException>(() => Figure.Histogram("", [], bins: 0));
    }

    private static PictureLayout Layout(Plotly.NET.GenericChart chart) => new(ChartReader.Read(chart));

    private static Box[] Boxes(Plotly.NET.GenericChart chart) => [.. Layout(chart).Panels.Select(panel => panel.Area.Box)];

    private static void Explains(Func<object> mistake, string message) =>
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(mistake).Message, StringComparison.Ordinal);
}
