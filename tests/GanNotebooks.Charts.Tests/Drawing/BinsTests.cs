namespace GanNotebooks.Charts.Tests;

public class BinsTests
{
    [Fact]
    public void Counts_sum_to_the_number_of_values_with_both_ends()
    {
        double[] values = [0, 0, 0.1, 0.25, 0.5, 0.75, 0.999, 1, 1, 1];

        var counts = new Bins(0, 1, 4).CountsOf(values);

        Assert.Equal([3.0, 1, 1, 5], counts);
        Assert.Equal(values.Length, counts.Sum());
    }

    [Fact]
    public void Each_edge_opens_its_interval()
    {
        // 0.1 * 3 > 0.3 and 0.7 / 0.1 < 7: rounding must move no edge into the neighbour.
        var bins = new Bins(0, 1, 10);
        for (var edge = 0; edge < 10; edge++)
            Assert.Equal(1, bins.CountsOf([bins.Edge(edge)])[edge]);
    }

    [Fact]
    public void What_lies_outside_or_is_not_a_number_is_not_counted()
    {
        Assert.Equal(1, new Bins(0, 1, 3).CountsOf([-0.01, 1.01, double.NaN, double.PositiveInfinity, 0.5]).Sum());
    }

    [Theory]
    [InlineData(null, -3.1, 0.2)]      // the spread decides
    [InlineData(8.0, -3.2, 1.0)]       // no more than so many, rounded up
    public void Widths_are_round(double? atMost, double lowest, double width)
    {
        var random = new Random(1);
        double[] values = [lowest, .. Enumerable.Range(0, 999).Select(_ => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6)];

        var bins = Bins.Around(values, atMost);

        Assert.Equal(width, bins.Width, 1e-9);
        Assert.Equal(values.Length, bins.CountsOf(values).Sum());
    }

    [Fact]
    public void Whole_numbers_stand_in_the_middle_of_their_bars()
    {
        var bins = Bins.Around([1, 2, 2, 3, 3, 3, 4, 4, 5], null);

        Assert.Equal(1, bins.Width);
        Assert.Equal([1.0, 2, 3, 2, 1], bins.CountsOf([1, 2, 2, 3, 3, 3, 4, 4, 5]));
        Assert.Equal(0.5, bins.Min);
    }
}
