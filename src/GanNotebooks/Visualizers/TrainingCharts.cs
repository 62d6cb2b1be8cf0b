using GanNotebooks.Charts;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;
using GenericChart = Plotly.NET.GenericChart;

namespace GanNotebooks.Visualizers;

/// <summary>Charts that show how a training goes.</summary>
public static partial class TrainingCharts
{
    private const int SurfaceCells = 48;

    /// <summary>Both players' losses over the steps, with the level at which a discriminator can only guess. Critics, whose losses are negative as a rule, have no such level.</summary>
    /// <param name="history">What training measured.</param>
    /// <param name="smoothing">How many steps each point averages over, at least 1.</param>
    public static GenericChart Losses(TrainingHistory history, int smoothing = 1)
    {
        var x = Positions(history, smoothing);
        var losses = Figure.Lines("Losses",
        [
            new Series("discriminator", Smooth(history.Series(s => s.DiscriminatorLoss), smoothing)) { X = x },
            new Series("generator", Smooth(history.Series(s => s.GeneratorLoss), smoothing)) { X = x },
        ], yLabel: "loss");
        var logarithmic = history.Steps.All(step => step.DiscriminatorLoss >= 0);      // it is never negative
        return logarithmic ? losses.WithHorizontalLine(2 * Math.Log(2), "2 ln 2") : losses;
    }

    /// <summary>The discriminator's mean probability of "real" for real and for generated samples over the steps.</summary>
    /// <param name="history">What training measured.</param>
    /// <param name="smoothing">How many steps each point averages over, at least 1.</param>
    public static GenericChart Scores(TrainingHistory history, int smoothing = 1)
    {
        var x = Positions(history, smoothing);
        return Figure.Lines("Mean scores",
        [
            new Series("real, D(x)", Smooth(history.Series(s => s.RealScore), smoothing)) { X = x },
            new Series("generated, D(G(z))", Smooth(history.Series(s => s.FakeScore), smoothing)) { X = x },
        ], yLabel: "probability of \"real\"").WithYRange(0, 1);
    }

    /// <summary>A histogram of the discriminator's probabilities of "real", for real and for generated samples.</summary>
    /// <remarks>In evaluation mode. While it trains, a discriminator with batch normalization sees batches of only real or only generated samples, so its scores differ from these.</remarks>
    /// <param name="discriminator">The discriminator.</param>
    /// <param name="real">Real samples, (N, …).</param>
    /// <param name="fake">Generated samples, (N, …).</param>
    public static GenericChart ScoreHistogram(Discriminator discriminator, torch.Tensor real, torch.Tensor fake)
    {
        using var scope = torch.NewDisposeScope();
        return Figure.Histogram("D's opinion of samples",
        [
            new Series("real", discriminator.Judge(real).data<float>().ToArray()),
            new Series("generated", discriminator.Judge(fake).data<float>().ToArray()),
        ], bins: 30, range: (0, 1), xLabel: "D(sample)");
    }

    /// <summary>The discriminator's probability of "real" over the plane, white where it can only guess, with real and generated points on it. The colour range around 0.5 covers 95 % of the values.</summary>
    /// <param name="discriminator">A discriminator of points (N, 2).</param>
    /// <param name="real">Real points, (N, 2).</param>
    /// <param name="fake">Generated points, (N, 2).</param>
    /// <param name="extent">The plane is shown from −extent to extent in both directions, positive.</param>
    /// <param name="title">The chart's title.</param>
    public static GenericChart DiscriminatorSurface(Discriminator discriminator, torch.Tensor real, torch.Tensor fake, double extent = 3, string title = "D(x) over the plane")
    {
        using var scope = torch.NewDisposeScope();
        var range = (-extent, extent);
        var opinion = discriminator.Judge(Plane(range)).data<float>().ToArray();
        return Figure.HeatMap(title, Figure.Cells(opinion, SurfaceCells), range, range, valueRange: OpinionRange(opinion), colorLabel: "D(x)", colors: ColorScale.BlueWhiteRed, equalAxes: true)
            .WithPoints(Cloud("real", real), Cloud("generated", fake));
    }

    /// <summary>Points of the plane as a cloud for a scatter chart.</summary>
    /// <param name="name">The name in the legend.</param>
    /// <param name="points">(N, 2).</param>
    public static Points Cloud(string name, torch.Tensor points)
    {
        using var scope = torch.NewDisposeScope();
        var columns = points.detach().cpu().to(torch.float32).T.contiguous().data<float>().ToArray();
        var half = columns.Length / 2;
        return new Points(name, columns.AsSpan(0, half), columns.AsSpan(half));
    }

    // The smallest of the steps below that covers 95 % of the values: with the full range, values near 0.5 would all look white.
    private static (double, double) OpinionRange(float[] opinion)
    {
        var doubts = opinion.Select(d => Math.Abs(d - 0.5)).Order().ToArray();
        var most = doubts[doubts.Length * 95 / 100];
        var half = new[] { 0.02, 0.05, 0.1, 0.2, 0.3, 0.5 }.First(step => most <= step || step == 0.5);
        return (0.5 - half, 0.5 + half);
    }

    /// <summary>The centres of a square's cells, (SurfaceCells², 2), row by row from below.</summary>
    private static torch.Tensor Plane((double, double) range)
    {
        var centers = torch.tensor(Figure.CellCenters(range, SurfaceCells)).to(torch.float32);
        var grid = torch.meshgrid([centers, centers]);                     // y by rows, x by columns
        return torch.stack([grid[1].flatten(), grid[0].flatten()], 1);
    }

    private static double[] Positions(TrainingHistory history, int smoothing) =>
        [.. history.Steps.Chunk(smoothing).Select(chunk => (double)chunk[^1].Number)];

    private static double[] Smooth(double[] values, int window) =>
        window <= 1 ? values : [.. values.Chunk(window).Select(chunk => chunk.Average())];
}
