using GanNotebooks.Data;
using GanNotebooks.Metrics;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using static TorchSharp.torch;

namespace GanNotebooks.Tests.Metrics;

public class DistanceTests
{
    private static Tensor Vector(params double[] values) => tensor(values);

    [Fact]
    public void Gaussians_are_apart_by_the_closed_form()
    {
        // With diagonal covariances it is ‖μ₁ − μ₂‖² + Σ(σ₁ − σ₂)².
        Assert.Equal(9 + 16 + (1 + 4), FrechetDistance.Between(Vector(0, 0), Vector(1, 4).diag(), Vector(3, 4), Vector(4, 16).diag()), 1e-9);
        // For 2×2 matrices tr √M = √(tr M + 2√det M), whether they commute or not.
        var (a, b) = (tensor(new double[,] { { 2, 0.5 }, { 0.5, 1 } }), tensor(new double[,] { { 1, -0.7 }, { -0.7, 3 } }));
        var product = a.matmul(b);
        var root = Math.Sqrt(product.trace().item<double>() + 2 * Math.Sqrt(1.75 * 2.51));
        Assert.Equal(3 + 4 - 2 * root, FrechetDistance.Between(Vector(1, 1), a, Vector(1, 1), b), 1e-9);
    }

    [Fact]
    public void Samples_of_gaussians_are_apart_by_about_as_much()
    {
        manual_seed(1);
        var (x, y) = (randn(20_000, 3), randn(20_000, 3) * 2 + 1);
        Assert.Equal(3 + 3, FrechetDistance.Between(x, y), 0.2);
        Assert.Equal(0, FrechetDistance.Between(x, x), 1e-9);
        Assert.Throws<ArgumentException>(() => FrechetDistance.Between(x[..1], y));
    }

    [Fact]
    public void The_kernel_distance_of_two_halves_of_one_set_is_about_zero()
    {
        manual_seed(1);
        var all = randn(2000, 8);
        Assert.Equal(0, KernelDistance.Between(all[..1000], all[1000..]), 0.01);
        Assert.True(KernelDistance.Between(all[..1000], all[1000..] + 1) > 1);
    }

    [Fact]
    public void The_kernel_distance_is_the_sum_over_pairs()
    {
        var (x, y) = (tensor(new double[,] { { 1 }, { 2 } }), tensor(new double[,] { { 0 }, { 3 } }));
        static double K(double a, double b) => Math.Pow(a * b + 1, 3);
        Assert.Equal(K(1, 2) + K(0, 3) - (K(1, 0) + K(1, 3) + K(2, 0) + K(2, 3)) / 2, KernelDistance.Between(x, y), 1e-9);
    }

    [Fact]
    public void Precision_falls_with_bad_samples_and_recall_with_missing_ones()
    {
        manual_seed(1);
        var (left, right) = (randn(200, 2) * 0.1, randn(200, 2) * 0.1 + 5);
        var real = cat([left, right]);
        var same = PrecisionRecall.Of(real, cat([randn(200, 2) * 0.1, randn(200, 2) * 0.1 + 5]));
        Assert.True(same is { Precision: > 0.9, Recall: > 0.9 });
        var collapsed = PrecisionRecall.Of(real, randn(200, 2) * 0.1);
        Assert.True(collapsed is { Precision: > 0.9, Recall: < 0.55 and > 0.4 }, $"{collapsed}");
        var blurred = PrecisionRecall.Of(real, cat([real[..200], randn(200, 2) * 0.1 + 50]));
        Assert.True(blurred is { Precision: <= 0.5 and > 0.45 }, $"{blurred}");
        Assert.Throws<ArgumentException>(() => PrecisionRecall.Of(real[..3], real));
    }

    /// <summary>Example 1 of Arjovsky et al. 2017.</summary>
    [Theory]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(-2)]
    public void Parallel_lines_are_apart_by_theta_for_the_one_distance_and_by_log_two_for_the_other(double theta)
    {
        manual_seed(1);
        var (here, there) = (new ParallelLines(0).NextBatch(500), new ParallelLines(theta).NextBatch(500));
        double[] Across(Tensor points) => [.. points[TensorIndex.Colon, 0].contiguous().data<float>().Select(x => (double)x)];
        // No plan is shorter than its shadow on the first axis, and moving each point straight across is as short.
        Assert.Equal(Math.Abs(theta), EarthMover.OnALine(Across(here), Across(there)), 1e-6);
        double[] At(double x) => [.. new[] { 0, theta }.Select(place => place == x ? 1.0 : 0)];
        Assert.Equal(Math.Log(2), Divergence.JensenShannon(At(0), At(theta)), 1e-12);
        Assert.Equal(0, Divergence.JensenShannon(At(0), At(0)));
        Assert.Equal(double.PositiveInfinity, Divergence.KullbackLeibler(At(0), At(theta)));
    }

    /// <summary>A critic with a gradient penalty estimates what the formula says.</summary>
    [Fact]
    public void A_trained_critic_measures_theta()
    {
        manual_seed(1);
        using var critic = new MlpDiscriminator([2], [16], slope: 0);
        using var adam = optim.Adam(critic.parameters(), 1e-2, 0.5, 0.9);
        var (loss, penalty) = (new WassersteinLoss(), new GradientPenalty(10));
        var distance = 0.0;
        for (var step = 0; step < 300; step++)
        {
            using var scope = NewDisposeScope();
            var (real, fake) = (new ParallelLines(1.5).NextBatch(64), new ParallelLines(0).NextBatch(64));
            var estimate = loss.OfDiscriminator(critic.call(real), critic.call(fake));
            adam.zero_grad();
            (estimate + penalty.Of(critic, real, fake, null)).backward();
            adam.step();
            distance = -estimate.item<float>();
        }
        Assert.Equal(1.5, distance, 0.15);
    }

    [Fact]
    public void The_mean_way_keeps_the_order()
    {
        Assert.Equal(1, EarthMover.OnALine([3, 1], [2, 4]));
        Assert.Throws<ArgumentException>(() => EarthMover.OnALine([1], [1, 2]));
    }

    [Fact]
    public void Ranks_do_not_mind_scales()
    {
        Assert.Equal(1, RankCorrelation.Of([1, 2, 3], [10, 100, 1e6]), 1e-12);
        Assert.Equal(-1, RankCorrelation.Of([1, 2, 3], [3, 2, 1]), 1e-12);
        Assert.Equal(0.8660254, RankCorrelation.Of([1, 2, 3], [1, 1, 2]), 1e-6);
        Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1], [1]));
    }
}
