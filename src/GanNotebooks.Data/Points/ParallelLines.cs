using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>
/// Points on a vertical line: (θ, u) with u uniform in [0, 1]. Against the line at 0 the Jensen–Shannon divergence is log 2 for every θ ≠ 0,
/// and does not tell how far away it is; the Wasserstein distance is |θ|. Arjovsky et al. 2017, example 1.
/// </summary>
/// <param name="Theta">Where the line crosses the first axis.</param>
public sealed record ParallelLines(double Theta) : IBatchSource
{
    /// <inheritdoc/>
    public string Name => $"line at {Theta}";

    /// <inheritdoc/>
    public long[] SampleShape => [2];

    /// <summary>Random points.</summary>
    /// <param name="count">How many.</param>
    /// <returns>(count, 2) float32.</returns>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        return torch.stack([torch.full([count], (float)Theta), torch.rand(count)], 1).MoveToOuterDisposeScope();
    }
}
