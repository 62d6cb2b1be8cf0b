using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Points of the plane around a square grid of equally likely Gaussians: the "2D grid" of VEEGAN (Srivastava et al. 2017).</summary>
/// <param name="Side">How many Gaussians in each direction.</param>
/// <param name="Spacing">The distance between neighbouring means; the grid is centred on the origin.</param>
/// <param name="StandardDeviation">The spread of each, the same in both directions.</param>
public sealed record GaussianGrid(int Side = 5, double Spacing = 2, double StandardDeviation = 0.05) : IBatchSource
{
    /// <inheritdoc/>
    public string Name => $"grid of {Side}×{Side} Gaussians";

    /// <inheritdoc/>
    public long[] SampleShape => [2];

    /// <summary>The means, (Side·Side, 2), row by row.</summary>
    public torch.Tensor Centers()
    {
        using var scope = torch.NewDisposeScope();
        var places = (torch.arange(Side, dtype: torch.float32) - (Side - 1) / 2.0) * Spacing;
        return torch.stack([places.repeat(Side), places.repeat_interleave(Side)], 1).MoveToOuterDisposeScope();
    }

    /// <summary>Random points.</summary>
    /// <param name="count">How many.</param>
    /// <returns>(count, 2) float32.</returns>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var mode = torch.randint(Side * Side, [count]);
        return (Centers().index_select(0, mode) + torch.randn(count, 2) * StandardDeviation).MoveToOuterDisposeScope();
    }
}
