using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Points of the plane around a ring of equally likely Gaussians: the smallest data on which a GAN can miss modes.</summary>
/// <param name="Modes">How many Gaussians.</param>
/// <param name="Radius">The distance of their means from the origin.</param>
/// <param name="StandardDeviation">The spread of each, the same in both directions.</param>
public sealed record GaussianRing(int Modes = 8, double Radius = 2, double StandardDeviation = 0.02) : IBatchSource
{
    /// <inheritdoc/>
    public string Name => $"ring of {Modes} Gaussians";

    /// <inheritdoc/>
    public long[] SampleShape => [2];

    /// <summary>The means, (Modes, 2).</summary>
    public torch.Tensor Centers()
    {
        var angles = torch.arange(Modes, dtype: torch.float32) * (2 * Math.PI / Modes);
        return torch.stack([angles.cos() * Radius, angles.sin() * Radius], 1);
    }

    /// <summary>Random points.</summary>
    /// <param name="count">How many.</param>
    /// <returns>(count, 2) float32.</returns>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var mode = torch.randint(Modes, [count]);
        var points = Centers().index_select(0, mode) + torch.randn(count, 2) * StandardDeviation;
        return points.MoveToOuterDisposeScope();
    }
}
