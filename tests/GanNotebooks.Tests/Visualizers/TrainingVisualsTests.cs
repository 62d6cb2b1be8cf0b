using GanNotebooks.Charts;
using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using GanNotebooks.Visualizers;
using TorchSharp;

namespace GanNotebooks.Tests.Visualizers;

[Collection(nameof(TrainingView))]       // the front end is one for the process
public sealed class TrainingVisualsTests : IDisposable
{
    private readonly Generator generator = new MlpGenerator(2, [8], [2], bounded: false);
    private readonly Discriminator discriminator = new MlpDiscriminator([2], [8]);

    public void Dispose()
    {
        TrainingView.Display = null;
        generator.Dispose();
        discriminator.Dispose();
    }

    private AdversarialTrainer Trainer() => new(generator, discriminator, new GaussianRing(), TrainingOptions.VanillaPoints with { BatchSize = 8 });

    [Fact]
    public void A_live_view_shows_once_updates_in_place_and_always_shows_the_end()
    {
        var frames = new List<string>();
        var displays = 0;
        TrainingView.Display = first =>
        {
            displays++;
            frames.Add(((TrainingFrame)first).Summary);
            return next => frames.Add(((TrainingFrame)next).Summary);
        };
        using var trainer = Trainer();
        trainer.Train(20, default, new TrainingView("ring", interval: TimeSpan.FromHours(1)));
        Assert.Equal(1, displays);
        Assert.Equal(2, frames.Count);                                  // the first and the last, nothing in between within an hour
        Assert.StartsWith("ring · step 1 of 20", frames[0], StringComparison.Ordinal);
        Assert.StartsWith("ring · step 20 of 20 · done after", frames[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_slow_first_frame_does_not_delay_the_second()
    {
        using var stop = new CancellationTokenSource();
        var frames = 0;
        TrainingView.Display = first =>
        {
            Thread.Sleep(500);
            stop.CancelAfter(TimeSpan.FromSeconds(6));      // fifteen times what the first frame took are 7.5 seconds
            return next => { frames++; stop.Cancel(); };
        };
        using var trainer = Trainer();
        trainer.Train(100_000_000, stop.Token, new TrainingView("ring"));
        Assert.Equal(2, frames);                            // one that moved, and the last
    }

    [Fact]
    public void A_frame_holds_the_losses_and_the_picture_and_no_script()
    {
        var html = "";
        TrainingView.Display = first => next => html = ((TrainingFrame)next).ToHtml();
        using var trainer = Trainer();
        trainer.Train(3, default, new TrainingView("a <b>", _ => ImageGrid.Of(torch.zeros(1, 1, 2, 2))));
        Assert.Contains("data:image/svg+xml;base64,", html, StringComparison.Ordinal);
        Assert.Contains("data:image/png;base64,", html, StringComparison.Ordinal);
        Assert.Contains("a &lt;b&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_live_view_shows_the_picture_that_a_cell_shows()
    {
        var html = "";
        TrainingView.Display = first => next => html = ((TrainingFrame)next).ToHtml();
        var picture = Figure.Scatter("Samples", [new Points("real", [0.0, 1, 2], [0.0, 1, -2])]);
        using var trainer = Trainer();
        trainer.Train(3, default, new TrainingView("ring", _ => picture));
        var svg = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(picture.ToSvg()));
        Assert.Contains(svg, html, StringComparison.Ordinal);
    }

    [Fact]
    public void Snapshots_are_taken_at_their_steps_and_at_the_end()
    {
        using var trainer = Trainer();
        var chosen = new Snapshots<long>(p => p.Step.Number, 1, 4);
        var regular = Snapshots.Every(3, 10, p => p.Step.Number);
        trainer.Train(10, default, chosen, regular);
        Assert.Equal([1L, 4, 10], chosen.Taken.Select(t => t.Value));
        Assert.Equal([3L, 6, 9, 10], regular.Taken.Select(t => t.Step));
    }

    [Fact]
    public void The_surface_shows_each_place_the_judge_was_asked_about()
    {
        using var right = new RightHalf();
        var json = Plotly.NET.GenericChart.toFigureJson(TrainingCharts.DiscriminatorSurface(right, torch.zeros(1, 2), torch.ones(1, 2)));
        var z = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("data")[0].GetProperty("z");
        Assert.True(z[0][0].GetDouble() < 0.1 && z[0][z[0].GetArrayLength() - 1].GetDouble() > 0.9);      // x runs along a row
        Assert.True(z[z.GetArrayLength() - 1][0].GetDouble() < 0.1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_level_of_a_guessing_detective_is_drawn_for_detectives_only(bool critic)
    {
        torch.manual_seed(1);
        using var generator = new MlpGenerator(2, [8], [2], bounded: false);
        using var discriminator = new MlpDiscriminator([2], [8]);
        var options = critic ? TrainingOptions.WganGpPoints with { BatchSize = 8, CriticSteps = 1 } : TrainingOptions.VanillaPoints with { BatchSize = 8 };
        using var trainer = new AdversarialTrainer(generator, discriminator, new GaussianRing(), options);
        var chart = TrainingCharts.Losses(trainer.Train(20)).ToSvg();
        Assert.Equal(!critic, chart.Contains("2 ln 2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_critics_surface_shows_its_scores_as_they_are()
    {
        using var right = new RightHalf();
        var json = Plotly.NET.GenericChart.toFigureJson(TrainingCharts.CriticSurface(right, torch.zeros(1, 2), torch.ones(1, 2), extent: 2));
        var row = System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty("data")[0].GetProperty("z")[0].EnumerateArray().Select(cell => cell.GetDouble()).ToArray();
        Assert.Equal(-20 + 20.0 / row.Length, row[0], 4);       // the leftmost cell's centre, times 10
        Assert.Equal(20 - 20.0 / row.Length, row[^1], 4);
    }

    private sealed class RightHalf() : Discriminator(nameof(RightHalf))
    {
        public override torch.Tensor forward(torch.Tensor input) => input[torch.TensorIndex.Colon, 0] * 10;
    }

    [Fact]
    public void The_schedule_is_a_staircase_with_a_ramp_a_step()
    {
        var chart = TrainingCharts.Growth(new ProgressiveSchedule { LastResolution = 16, FadeImages = 100, StabilizeImages = 50 });
        Assert.Equal("Resolution: side of the images last 16 (4 to 16, 10 points)\nShare of the newest layers: α last 1 (0 to 1, 10 points)", chart.Summary());
        foreach (var side in new[] { "4 px", "8 px", "16 px" }) Assert.Contains($">{side}</text>", chart.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Latent_paths_keep_their_ends_and_the_great_circle_its_length()
    {
        torch.manual_seed(1);
        var from = torch.randn(64);
        var to = torch.randn(64);
        to = to / to.norm() * from.norm();
        var path = LatentPath.Spherical(from, to, 9);
        Assert.True(path[0].allclose(from, atol: 1e-5) && path[8].allclose(to, atol: 1e-5));
        Assert.True(path.norm(1).allclose(from.norm().expand(9), atol: 1e-3));
        Assert.True(LatentPath.Straight(from, to, 3)[1].allclose((from + to) / 2, atol: 1e-6));
        Assert.True(LatentPath.Spherical(from, from, 4)[2].allclose(from, atol: 1e-5));
    }
}
