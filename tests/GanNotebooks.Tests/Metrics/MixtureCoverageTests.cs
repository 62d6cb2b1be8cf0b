using GanNotebooks.Data;
using GanNotebooks.Metrics;
using TorchSharp;

namespace GanNotebooks.Tests.Metrics;

public class MixtureCoverageTests
{
    private static readonly GaussianRing Ring = new();

    [Fact]
    public void Real_samples_cover_everything()
    {
        torch.manual_seed(1);
        var coverage = MixtureCoverage.Of(Ring.NextBatch(2500), Ring.Centers(), Ring.StandardDeviation);
        Assert.Equal((8, 8), (coverage.Captured, coverage.StrictlyCaptured));
        Assert.Equal(1 - Math.Exp(-4.5), coverage.HighQuality, 0.01);      // a two-dimensional Gaussian within 3σ
        Assert.InRange(coverage.ReverseKl, 0, 0.01);
    }

    [Fact]
    public void One_point_is_one_mode_with_the_greatest_divergence()
    {
        var coverage = MixtureCoverage.Of(Ring.Centers()[0].unsqueeze(0).expand(100, 2), Ring.Centers(), Ring.StandardDeviation);
        Assert.Equal((1, 1), (coverage.Captured, coverage.StrictlyCaptured));
        Assert.Equal(1, coverage.HighQuality);
        Assert.Equal(Math.Log(8), coverage.ReverseKl, 1e-9);
    }

    [Fact]
    public void The_strict_count_wants_twenty_of_2500()
    {
        var coverage = MixtureCoverage.FromCounts([19, 20, 1, 0, 0, 0, 0, 0], 2500);
        Assert.Equal((3, 1), (coverage.Captured, coverage.StrictlyCaptured));
        Assert.Equal(0.016, coverage.HighQuality, 1e-9);
    }

    [Fact]
    public void Three_standard_deviations_are_the_border()
    {
        var center = Ring.Centers()[0].unsqueeze(0);
        torch.Tensor Beside(double deviations) => center + torch.tensor(new[] { (float)(deviations * 0.02), 0f });
        Assert.Equal(1, MixtureCoverage.Of(Beside(2.9), Ring.Centers(), 0.02).Captured);
        Assert.Equal(0, MixtureCoverage.Of(Beside(3.1), Ring.Centers(), 0.02).Captured);
    }

    [Fact]
    public void No_good_sample_has_no_divergence()
    {
        var coverage = MixtureCoverage.Of(torch.zeros(10, 2), Ring.Centers(), 0.02);
        Assert.Equal(0, coverage.Captured);
        Assert.True(double.IsNaN(coverage.ReverseKl));
    }
}
