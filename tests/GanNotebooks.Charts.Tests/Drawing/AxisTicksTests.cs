namespace GanNotebooks.Charts.Tests;

public class AxisTicksTests
{
    public static TheoryData<double, double, int> Ranges => new()
    {
        { 0, 1, 5 }, { -3, 3, 7 }, { 0.0183, 0.981, 8 }, { 1e-7, 3e-6, 6 }, { 12345, 98765, 9 }, { -1e9, 4e12, 4 }, { 99.99, 100.01, 5 }, { 0, 1999, 11 }, { 0, 1, 2 },
    };

    [Theory, MemberData(nameof(Ranges))]
    public void Steps_are_1_2_or_5_times_a_power_of_ten(double min, double max, int atMost)
    {
        var (factor, power) = AxisTicks.Step(max - min, atMost);
        var ticks = AxisTicks.Of(new AxisScale(min, max), atMost);

        Assert.Contains(factor, new[] { 1, 2, 5 });
        for (var i = 1; i < ticks.Count; i++)
            Assert.Equal(factor * Math.Pow(10, power), ticks[i].Value - ticks[i - 1].Value, (max - min) * 1e-9);
    }

    [Theory, MemberData(nameof(Ranges))]
    public void Ticks_cover_the_range_without_leaving_it(double min, double max, int atMost)
    {
        var (factor, power) = AxisTicks.Step(max - min, atMost);
        var (step, slack) = (factor * Math.Pow(10, power), (max - min) * 1e-9);
        var ticks = AxisTicks.Of(new AxisScale(min, max), atMost);

        Assert.InRange(ticks.Count, 1, atMost + 1);
        Assert.InRange(ticks[0].Value, min - slack, min + step + slack);
        Assert.InRange(ticks[^1].Value, max - step - slack, max + slack);
        Assert.Equal(ticks.Count, ticks.Select(tick => tick.Label).Distinct().Count());
    }

    [Theory]
    [InlineData(0, 1, 5, "0 0.2 0.4 0.6 0.8 1")]
    [InlineData(-1, 1, 4, "−1 −0.5 0 0.5 1")]
    [InlineData(0, 30000, 4, "0 10k 20k 30k")]
    [InlineData(0, 2.5e6, 5, "0 0.5M 1M 1.5M 2M 2.5M")]
    [InlineData(0, 0.0002, 4, "0 0.5e−4 1e−4 1.5e−4 2e−4")]
    [InlineData(0, 5000, 5, "0 1000 2000 3000 4000 5000")]
    public void Labels_are_short(double min, double max, int atMost, string expected)
    {
        Assert.Equal(expected, string.Join(' ', AxisTicks.Of(new AxisScale(min, max), atMost).Select(tick => tick.Label)));
    }

    [Theory]
    [InlineData(0.001, 1000, 8, "10⁻³ 10⁻² 10⁻¹ 1 10 10² 10³")]
    [InlineData(1e-12, 1, 5, "10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 1")]
    [InlineData(1, 20, 6, "1 2 5 10 20")]
    [InlineData(0.52, 0.61, 6, "0.52 0.54 0.56 0.58 0.6")]
    public void Logarithmic_axes_get_powers_then_digits_then_even_steps(double min, double max, int atMost, string expected)
    {
        Assert.Equal(expected, string.Join(' ', AxisTicks.Of(new AxisScale(min, max, true), atMost).Select(tick => tick.Label)));
    }

    [Theory]
    [InlineData(0.09, 3.24, 3, "1 2 3")]
    [InlineData(-3, 3, 2, "−2 0 2")]
    public void An_axis_has_two_ticks_or_more(double min, double max, int atMost, string expected)
    {
        Assert.Equal(expected, string.Join(' ', AxisTicks.Of(new AxisScale(min, max), atMost).Select(tick => tick.Label)));
    }

    [Theory]
    [InlineData(640, 80, 9)]
    [InlineData(352, 80, 5.4)]
    [InlineData(132, 40, 5)]
    [InlineData(60, 80, 2)]
    public void Axes_are_cut_into_as_many_parts_as_plotly_cuts_them(double pixels, double each, double parts) =>
        Assert.Equal(parts, AxisTicks.Parts(pixels, each), 1e-9);

    [Fact]
    public void Names_stand_at_whole_numbers_and_are_left_out_where_they_would_overlap()
    {
        var axis = new Axis("x", "") { Categories = [.. Enumerable.Range(0, 40).Select(i => $"name {i}")] };
        var scale = axis.Showing(Extent.None, 0, 0);

        Assert.Equal(new AxisScale(-0.5, 39.5), scale);
        Assert.Equal(40, AxisTicks.Of(axis, scale, 4000).Count);
        Assert.Equal([0.0, 5, 10, 15, 20, 25, 30, 35], AxisTicks.Of(axis, scale, 500).Select(tick => tick.Value));
    }

    [Fact]
    public void A_range_finer_than_a_double_ends()
    {
        Assert.InRange(AxisTicks.Of(new AxisScale(1e16, 1e16 + 2), 5).Count, 1, 100);
    }
}
