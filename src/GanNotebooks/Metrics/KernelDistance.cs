using static TorchSharp.torch;

namespace GanNotebooks.Metrics;

/// <summary>The squared maximum mean discrepancy with the kernel (x·y/d + 1)³, without bias: the recipe of the KID. Bińkowski et al. 2018, section 4.</summary>
/// <remarks>On a small classifier's features it is not the KID of papers. For the same distribution it is about 0, and as often negative as positive.</remarks>
public static class KernelDistance
{
    /// <summary>The distance between two sets of vectors.</summary>
    /// <param name="features1">(N, d), N at least 2.</param>
    /// <param name="features2">(M, d), M at least 2.</param>
    public static double Between(Tensor features1, Tensor features2)
    {
        using var scope = NewDisposeScope();
        var (x, y) = (features1.cpu().to(float64), features2.cpu().to(float64));
        return (WithinMean(Kernel(x, x)) + WithinMean(Kernel(y, y)) - 2 * Kernel(x, y).mean()).item<double>();
    }

    private static Tensor Kernel(Tensor x, Tensor y) => (x.matmul(y.T) / x.shape[1] + 1).pow(3);

    /// <summary>The mean over pairs of different vectors: a vector paired with itself would add a bias.</summary>
    private static Tensor WithinMean(Tensor kernel)
    {
        var n = kernel.shape[0];
        return (kernel.sum() - kernel.trace()) / (n * (n - 1.0));
    }
}
