using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Tests.Trainers;

public class ProgressiveScheduleTests
{
    private static readonly ProgressiveSchedule Schedule = new()
    {
        LastResolution = 16,
        StabilizeImages = 100,
        FadeImages = 50,
        BatchSize = 8,
        BatchSizes = new Dictionary<long, int> { [4] = 32 },
        Rates = new Dictionary<long, double> { [16] = 5e-4 },
    };

    [Theory]
    [InlineData(0, 4, 1)]
    [InlineData(99, 4, 1)]
    [InlineData(100, 8, 0)]
    [InlineData(125, 8, 0.5)]
    [InlineData(149, 8, 0.98)]
    [InlineData(150, 8, 1)]
    [InlineData(249, 8, 1)]
    [InlineData(250, 16, 0)]
    [InlineData(300, 16, 1)]
    [InlineData(400, 16, 1)]
    [InlineData(1_000_000, 16, 1)]
    public void The_stage_follows_from_the_images_seen(long seen, long resolution, double alpha)
    {
        var growth = Schedule.At(seen).Growth;
        Assert.Equal(resolution, growth.Resolution);
        Assert.Equal(alpha, growth.Alpha, 1e-12);
    }

    [Fact]
    public void Batch_sizes_and_rates_follow_the_resolution()
    {
        Assert.Equal((32, 1e-3), (Schedule.At(0).BatchSize, Schedule.At(0).Rate));
        Assert.Equal((8, 1e-3), (Schedule.At(100).BatchSize, Schedule.At(100).Rate));
        Assert.Equal((8, 5e-4), (Schedule.At(250).BatchSize, Schedule.At(250).Rate));
    }

    [Fact]
    public void It_ends_when_the_last_resolution_is_stabilized() => Assert.Equal(400, Schedule.TotalImages);

    [Fact]
    public void The_papers_schedule_is_the_default()
    {
        var paper = new ProgressiveSchedule { LastResolution = 1024 };
        Assert.Equal(new GrowthStage(8, 0.5), paper.At(1_200_000).Growth);
        Assert.Equal(new GrowthStage(1024, 1), paper.At(paper.TotalImages).Growth);
        Assert.Equal(800_000 * 17, paper.TotalImages);
    }

    [Fact]
    public void Growth_without_fading_is_possible() =>
        Assert.Equal(GrowthStage.Whole(8), (Schedule with { FadeImages = 0 }).At(100).Growth);

    [Fact]
    public void Real_images_fade_with_the_networks()
    {
        torch.manual_seed(1);
        var images = torch.rand(2, 3, 16, 16);
        var coarse = torch.nn.functional.interpolate(torch.nn.functional.avg_pool2d(images, 2), scale_factor: [2, 2], mode: torch.InterpolationMode.Nearest);
        Assert.True(new GrowthStage(16, 0).View(images).equal(coarse).all().item<bool>());
        Assert.True(new GrowthStage(16, 1).View(images).equal(images).all().item<bool>());
        Assert.True(new GrowthStage(16, 0.25).View(images).allclose(0.75 * coarse + 0.25 * images, atol: 1e-6));
        Assert.Equal([2L, 3, 4, 4], GrowthStage.Whole(4).View(images).shape);
    }
}
