namespace GanNotebooks.Visualizers;

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

    [Fact]
    public void A_density_has_area_1()
    {
        var bins = new Bins(-2, 2, 8);

        var trace = HistogramTrace.Of(new("x", [-1.5, 0, 0.1, 0.2, 1.9]), "#000000", bins, density: true);

        Assert.Equal(1, trace.Heights.Sum() * bins.Width, 1e-12);
    }
}
