namespace GanNotebooks.Charts.Tests;

public class DecimationTests
{
    private static readonly AxisScale Scale = new(0, 99_999);

    [Fact]
    public void Spikes_survive()
    {
        var y = Enumerable.Range(0, 100_000).Select(i => Math.Sin(i * 0.001)).ToArray();
        (y[12_345], y[54_321]) = (9, -9);

        var kept = Decimation.Keep(null, y, Scale, 500, logY: false);

        Assert.InRange(kept.Count, 900, 1010);
        Assert.Contains(12_345, kept);
        Assert.Contains(54_321, kept);
        Assert.Equal(0, kept[0]);
        Assert.Equal(99_999, kept[^1]);
        Assert.Equal(kept.Distinct().Order(), kept);
    }

    [Fact]
    public void A_gap_stays_a_gap()
    {
        var y = new double[100_000];
        y.AsSpan(40_000, 20_000).Fill(double.NaN);
        y[70_000] = double.PositiveInfinity;

        var kept = Decimation.Keep(null, y, Scale, 500, logY: false);

        Assert.Single(kept, index => index is >= 40_000 and < 60_000);
        Assert.Contains(70_000, kept);
        Assert.InRange(kept.Last(index => index < 40_000), 39_800, 39_999);
        Assert.InRange(kept.First(index => index >= 60_000), 60_000, 60_200);
    }

    [Fact]
    public void A_line_of_gaps_keeps_nothing_to_draw()
    {
        var y = Enumerable.Repeat(double.NaN, 10_000).ToArray();

        Assert.All(Decimation.Keep(null, y, Scale, 100, logY: false), index => Assert.True(double.IsNaN(y[index])));
    }

    [Fact]
    public void Short_lines_stay_whole()
    {
        Assert.Equal(Enumerable.Range(0, 1000), Decimation.Keep(null, new double[1000], Scale, 500, logY: false));
    }

    [Fact]
    public void Positions_may_run_backwards()
    {
        var x = Enumerable.Range(0, 10_000).Select(i => 9999.0 - i).ToArray();
        var y = x.Select(value => value % 7).ToArray();
        y[5000] = 50;

        Assert.Contains(5000, Decimation.Keep(x, y, new(0, 9999, false), 100, logY: false));
    }
}
