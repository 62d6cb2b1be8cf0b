using GanNotebooks.Charts;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;
using GenericChart = Plotly.NET.GenericChart;

namespace GanNotebooks.Visualizers;

public static partial class TrainingCharts
{
    /// <summary>A critic's estimate of the distance between real and generated samples over the steps: it falls as samples get better.</summary>
    /// <param name="history">What training measured.</param>
    /// <param name="smoothing">How many steps each point averages over, at least 1.</param>
    public static GenericChart Distance(TrainingHistory history, int smoothing = 1) => Figure.Lines("The critic's distance",
        [new Series("E[D(x)] − E[D(G(z))]", Smooth(history.Series(step => step.Distance), smoothing)) { X = Positions(history, smoothing) }], yLabel: "estimated distance");

    /// <summary>A critic's score over the plane, with real and generated points on it: the generator's points should move uphill (Gulrajani et al. 2017, figure 1a).</summary>
    /// <param name="critic">A critic of points (N, 2).</param>
    /// <param name="real">Real points, (N, 2).</param>
    /// <param name="fake">Generated points, (N, 2).</param>
    /// <param name="extent">The plane is shown from −extent to extent in both directions, positive.</param>
    /// <param name="title">The chart's title.</param>
    public static GenericChart CriticSurface(Discriminator critic, torch.Tensor real, torch.Tensor fake, double extent = 3, string title = "D(x) over the plane")
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var range = (-extent, extent);
        var scores = critic.forward(Plane(range)).cpu().data<float>().ToArray();
        return Figure.HeatMap(title, Figure.Cells(scores, SurfaceCells), range, range, colorLabel: "score", equalAxes: true)
            .WithPoints(Cloud("real", real), Cloud("generated", fake));
    }

    /// <summary>How a network's weights are spread: clipped weights pile up at both ends (Gulrajani et al. 2017, figure 1b).</summary>
    /// <param name="networks">Networks by the names that the legend shows.</param>
    /// <param name="range">The weights shown, from −range to range, positive; weights outside it count in the first or last bar.</param>
    /// <param name="bins">How many bars.</param>
    public static GenericChart WeightHistogram(IEnumerable<(string Name, Discriminator Network)> networks, double range = 0.02, int bins = 41) => Figure.Histogram("Weights",
        [.. networks.Select(entry => new Series(entry.Name, Weights(entry.Network, range)))], bins, (-range, range), xLabel: "weight");

    private static double[] Weights(torch.nn.Module network, double range)
    {
        using var scope = torch.NewDisposeScope();
        var all = torch.cat(network.parameters().Where(weight => weight.ndim > 1).Select(weight => weight.detach().flatten()).ToArray());
        return [.. all.clamp(-range, range).cpu().to(torch.float64).data<double>()];
    }
}
