using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Points of the plane on two interleaved half circles: connected data without a hole, but not convex.</summary>
/// <param name="StandardDeviation">The standard deviation of the points' distance from the line.</param>
public sealed record TwoMoons(double StandardDeviation = 0.05) : IBatchSource
{
    /// <inheritdoc/>
    public string Name => "two moons";

    /// <inheritdoc/>
    public long[] SampleShape => [2];

    /// <summary>Random points.</summary>
    /// <param name="count">How many.</param>
    /// <returns>(count, 2) float32, centred on the origin.</returns>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var angle = torch.rand(count) * Math.PI;
        var lower = torch.randint(2, [count]).to(torch.float32);
        var sign = 1 - 2 * lower;
        var x = sign * angle.cos() + lower - 0.5;
        var y = sign * angle.sin() + lower * 0.5 - 0.25;
        return (torch.stack([x, y], 1) + torch.randn(count, 2) * StandardDeviation).MoveToOuterDisposeScope();
    }
}
