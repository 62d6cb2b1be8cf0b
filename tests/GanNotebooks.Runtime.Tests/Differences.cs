using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Slopes by central differences in float64, which know nothing of how gradients are computed.</summary>
internal static class Differences
{
    private const double Step = 1e-6;

    /// <summary>Compares the gradients of a weighted sum of f's output with differences, each along a random direction.</summary>
    /// <param name="f">Computes the output from the leaves as they are.</param>
    /// <param name="leaves">The leaves that record, after a first call of <paramref name="f"/>.</param>
    /// <param name="symmetric">Whether f knows its leaves only as symmetric matrices: directions are symmetric then too.</param>
    public static void Check(Func<Tensor> f, Func<IEnumerable<Tensor>> leaves, bool symmetric = false)
    {
        using var generator = new Generator(11);
        var y = f();
        if (!y.requires_grad) return;
        var weight = randn(y.shape, float64, generator: generator);
        Tensor[] inputs = [.. leaves()];
        var gradients = autograd.grad([y], inputs, [weight], allow_unused: true);
        foreach (var (input, gradient) in inputs.Zip(gradients))
        {
            if (gradient.numel() == 0) continue;
            var direction = randn(input.shape, float64, generator: generator);
            if (symmetric) direction += direction.t();
            Check((gradient * direction).sum().item<double>(), input, direction, () => (f() * weight).sum().item<double>(), 1e-6);
        }
    }

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
