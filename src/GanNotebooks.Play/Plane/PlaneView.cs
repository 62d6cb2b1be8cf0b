using System.Runtime.InteropServices;
using GanNotebooks.Data;
using GanNotebooks.Metrics;
using TorchSharp;

namespace GanNotebooks.Play;

/// <summary>The page's view of a training. All frames show the same latent vectors and the same real points. To be used within <see cref="Computing"/>.</summary>
internal sealed class PlaneView : IDisposable
{
    /// <summary>How many points of each kind are shown.</summary>
    public const int Points = 400;

    /// <summary>The side of the square of cells in which the discriminator's score is shown.</summary>
    public const int Cells = 48;

    private const int Seed = 7, MostLosses = 1000;

    private readonly PlaneTraining training;
    private readonly torch.Tensor latents, cells, real;
    private MixtureCoverage? coverage;
    private int told;

    /// <summary>Draws the points and latent vectors that all frames share.</summary>
    /// <param name="training">The training; its own random numbers are not touched.</param>
    public PlaneView(PlaneTraining training)
    {
        this.training = training;
        torch.manual_seed(Seed);
        latents = torch.randn(MixtureCoverage.ProtocolSamples, training.Generator.LatentSize);
        real = training.Data.NextBatch(Points);
        Extent = PlaneSettings.ExtentOf(training.Data);
        using var scope = torch.NewDisposeScope();
        var centers = (torch.arange(Cells, dtype: torch.float32) + 0.5) * (2 * Extent / Cells) - Extent;
        cells = torch.stack([centers.repeat(Cells), centers.repeat_interleave(Cells)], 1).MoveToOuterDisposeScope();     // row by row from below
    }

    /// <summary>The plane is shown from −Extent to Extent in both directions.</summary>
    public double Extent { get; }

    /// <summary>The real points, x and y alternating.</summary>
    public float[] Real => Numbers(real);

    /// <summary>
    /// A frame: step, steps per second, D(x), D(G(z)), modes, modes captured, of these by the strict count, share of high quality, number of losses;
    /// then the losses since the last frame (discriminator, generator), generated points (x, y), arrows at them (x, y), scores of the cells row by row from below.
    /// </summary>
    /// <param name="pace">Steps per second, as measured.</param>
    /// <param name="measure">Whether modes are counted again.</param>
    /// <returns>Little-endian float32.</returns>
    public byte[] Frame(double pace, bool measure)
    {
        using var scope = torch.NewDisposeScope();
        if (measure) coverage = Measure();
        var steps = training.History.Steps;
        var from = Math.Max(told, steps.Count - MostLosses);
        told = steps.Count;
        var last = steps.Count > 0 ? steps[^1] : default;
        var fake = training.Generator.Generate(latents[..Points]);
        var frame = new List<float>
        {
            training.Steps, (float)pace, (float)last.RealScore, (float)last.FakeScore,
            coverage?.Modes ?? 0, coverage?.Captured ?? 0, coverage?.StrictlyCaptured ?? 0, (float)(coverage?.HighQuality ?? 0), steps.Count - from,
        };
        for (var i = from; i < steps.Count; i++) frame.AddRange([(float)steps[i].DiscriminatorLoss, (float)steps[i].GeneratorLoss]);
        frame.AddRange(Numbers(fake));
        frame.AddRange(Numbers(Arrows(fake)));
        frame.AddRange(Numbers(Scores()));
        return MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(frame)).ToArray();
    }

    /// <summary>Frees the points and latent vectors.</summary>
    public void Dispose()
    {
        latents.Dispose();
        cells.Dispose();
        real.Dispose();
    }

    /// <summary>The direction in which the generator's loss moves each point: −∂L/∂x, of the point's own loss.</summary>
    private torch.Tensor Arrows(torch.Tensor fake)
    {
        var places = fake.detach().requires_grad_();
        var scores = training.Discriminator.forward(places);
        var loss = training.Options.Loss;
        var mean = loss.ComparesWithReal ? loss.OfGenerator(training.Discriminator.forward(real).detach(), scores) : loss.OfGenerator(scores);
        return -Points * torch.autograd.grad([mean], [places])[0];
    }

    private torch.Tensor Scores()
    {
        using var _ = torch.no_grad();
        return training.Discriminator.forward(cells);
    }

    private MixtureCoverage? Measure() => training.Data switch
    {
        GaussianRing ring => MixtureCoverage.Of(training.Generator.Generate(latents), ring.Centers(), ring.StandardDeviation),
        GaussianGrid grid => MixtureCoverage.Of(training.Generator.Generate(latents), grid.Centers(), grid.StandardDeviation),
        _ => null,
    };

    private static float[] Numbers(torch.Tensor tensor) => tensor.detach().contiguous().data<float>().ToArray();
}
