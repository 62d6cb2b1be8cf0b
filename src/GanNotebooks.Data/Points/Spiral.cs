using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Points of the plane along a spiral, the "Swiss roll": one thin, long line that a generator has to roll up.</summary>
/// <param name="Turns">How often it winds around the origin.</param>
/// <param name="Radius">The distance of its outer end from the origin.</param>
/// <param name="StandardDeviation">The standard deviation of the points' distance from the line.</param>
public sealed record Spiral(double Turns = 1.75, double Radius = 2, double StandardDeviation = 0.04) : IBatchSource
{
    /// <inheritdoc/>
    public string Name => "spiral";

    /// <inheritdoc/>
    public long[] SampleShape => [2];

    /// <summary>Random points.</summary>
    /// <param name="count">How many.</param>
    /// <returns>(count, 2) float32.</returns>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var along = torch.rand(count).sqrt();                // the square root spreads points evenly over the line's length
        var angle = along * (Turns * 2 * Math.PI);
        var line = torch.stack([along * Radius * angle.cos(), along * Radius * angle.sin()], 1);
        return (line + torch.randn(count, 2) * StandardDeviation).MoveToOuterDisposeScope();
    }
}
