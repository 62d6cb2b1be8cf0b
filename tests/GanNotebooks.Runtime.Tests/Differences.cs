using static TorchSharp.torch;

namespace GanNotebooks.Runtime.Tests;

/// <summary>Slopes by central differences in float64, which know nothing of how gradients are computed.</summary>
internal static class Differences
{
    private const double Step = 1e-6;

    /// <summary>Compares one slope with the difference of values on both sides along a direction.</summary>
    public static void Check(double slope, Tensor leaf, Tensor direction, Func<double> value, double tolerance, string name = "slope")
    {
        var expected = (At(Step) - At(-Step)) / (2 * Step);
        Assert.True(Math.Abs(slope - expected) <= tolerance * Math.Max(1, Math.Abs(expected)), $"{name}: {slope}, differences give {expected}");

        double At(double length)
        {
            using (no_grad()) leaf.add_(direction, length);
            var found = value();
            using (no_grad()) leaf.add_(direction, -length);
            return found;
        }
    }
}
