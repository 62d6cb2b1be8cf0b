namespace GanNotebooks.Charts.Tests;

public class PlotAreaTests
{
    private static readonly Box Box = new(50, 20, 400, 300);

    [Fact]
    public void The_ranges_corners_are_the_boxes_corners()
    {
        var area = new PlotArea(Box, new(-2, 6, false), new(0.01, 100, true));

        Assert.Equal(50, area.X(-2));
        Assert.Equal(450, area.X(6));
        Assert.Equal(320, area.Y(0.01), 1e-9);
        Assert.Equal(20, area.Y(100), 1e-9);
        Assert.Equal(170, area.Y(1), 1e-9);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_is_not_finite_has_no_place(double value)
    {
        Assert.True(double.IsNaN(new PlotArea(Box, new(0, 1, false), new(0, 1, false)).X(value)));
    }

    [Fact]
    public void Zero_has_no_place_on_a_logarithmic_axis()
    {
        Assert.True(double.IsNaN(new AxisScale(0.1, 1, true).Fraction(0)));
    }

    [Fact]
    public void Equal_units_come_from_widening_or_from_shrinking()
    {
        var area = new PlotArea(Box, new(0, 4, false), new(0, 6, false));

        var wide = area.WithEqualUnitsByWidening();
        var small = area.WithEqualUnitsByShrinking();

        Assert.Equal(Box, wide.Box);
        Assert.Equal(new AxisScale(-2, 6, false), wide.XScale);
        Assert.Equal(new Box(150, 20, 200, 300), small.Box);
        foreach (var equal in new[] { wide, small })
            Assert.Equal(equal.X(1) - equal.X(0), equal.Y(0) - equal.Y(1), 1e-9);
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(0, false)]
    [InlineData(-1e-9, false)]
    [InlineData(0.7, true)]
    public void A_constant_lies_in_the_middle(double constant, bool log)
    {
        var scale = AxisScale.Around(new(constant, constant), log, 0.05, 0.05);

        Assert.True(scale.Min < scale.Max);
        Assert.Equal(0.5, scale.Fraction(constant), 1e-9);
    }
}
