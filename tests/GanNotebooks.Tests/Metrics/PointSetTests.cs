using GanNotebooks.Data;
using GanNotebooks.Metrics;
using TorchSharp;

namespace GanNotebooks.Tests.Metrics;

public class PointSetTests
{
    [Fact]
    public void The_grid_is_that_of_the_published_table()
    {
        torch.manual_seed(1);
        var grid = new GaussianGrid();
        Assert.Equal([25L, 2], grid.Centers().shape);
        Assert.Equal(-4, grid.Centers().min().item<float>());
        Assert.Equal(4, grid.Centers().max().item<float>());
        var coverage = MixtureCoverage.Of(grid.NextBatch(2500), grid.Centers(), grid.StandardDeviation);
        Assert.Equal((25, 25), (coverage.Captured, coverage.StrictlyCaptured));
        Assert.InRange(coverage.HighQuality, 0.98, 0.995);
        Assert.InRange(coverage.ReverseKl, 0, 0.02);
    }

    [Fact]
    public void Moons_are_two_half_circles()
    {
        torch.manual_seed(1);
        var points = new TwoMoons(0).NextBatch(2000);
        var (x, y) = (points.select(1, 0), points.select(1, 1));
        var upper = ((x + 0.5).square() + (y + 0.25).square() - 1).abs() < 1e-4;
        var lower = ((x - 0.5).square() + (y - 0.25).square() - 1).abs() < 1e-4;
        Assert.True((upper | lower).all().item<bool>());
        Assert.InRange(upper.sum().item<long>(), 900, 1100);
    }

    [Fact]
    public void A_spiral_winds_outwards_evenly()
    {
        torch.manual_seed(1);
        var distance = new Spiral(StandardDeviation: 0).NextBatch(4000).square().sum(1).sqrt();
        Assert.InRange(distance.max().item<float>(), 1.95, 2.001);
        Assert.InRange((distance < Math.Sqrt(2)).sum().item<long>(), 1850, 2150);       // half of its length lies within 1/√2 of its radius
    }

    [Fact]
    public void Points_are_found_by_name()
    {
        foreach (var name in PointSets.Names)
        {
            torch.manual_seed(2);
            var first = PointSets.Open(name).NextBatch(7);
            torch.manual_seed(2);
            Assert.Equal([7L, 2], first.shape);
            Assert.Equal(first.data<float>().ToArray(), PointSets.Open(name).NextBatch(7).data<float>().ToArray());
        }
        Assert.Contains("ring, grid, moons, spiral", Assert.Throws<ArgumentException>(() => PointSets.Open("disc")).Message, StringComparison.Ordinal);
    }
}
