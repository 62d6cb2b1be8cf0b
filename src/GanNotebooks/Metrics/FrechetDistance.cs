using static TorchSharp.torch;

namespace GanNotebooks.Metrics;

/// <summary>The distance between two Gaussians, in closed form. Dowson and Landau 1982.</summary>
public static class FrechetDistance
{
    /// <summary>‖μ₁ − μ₂‖² + tr(Σ₁ + Σ₂ − 2(Σ₁Σ₂)^½): the squared Wasserstein-2 distance.</summary>
    /// <param name="mean1">(d) float64.</param>
    /// <param name="covariance1">(d, d) float64.</param>
    /// <param name="mean2">(d) float64.</param>
    /// <param name="covariance2">(d, d) float64.</param>
    public static double Between(Tensor mean1, Tensor covariance1, Tensor mean2, Tensor covariance2)
    {
        using var scope = NewDisposeScope();
        (mean1, covariance1, mean2, covariance2) = (mean1.cpu(), covariance1.cpu(), mean2.cpu(), covariance2.cpu());
        // tr (Σ₁Σ₂)^½ = tr (Σ₁^½ Σ₂ Σ₁^½)^½, and what is under that root is symmetric.
        var (values, vectors) = linalg.eigh(covariance1);
        var root = vectors.matmul(values.clamp_min(0).sqrt().diag()).matmul(vectors.T);
        var cross = linalg.eigvalsh(root.matmul(covariance2).matmul(root)).clamp_min(0).sqrt().sum();
        var distance = (mean1 - mean2).square().sum() + covariance1.trace() + covariance2.trace() - 2 * cross;
        return Math.Max(0, distance.item<double>());       // rounding can end just below zero
    }

    /// <summary>The distance between the Gaussians that fit two sets of vectors best.</summary>
    /// <param name="features1">(N, d), N at least 2.</param>
    /// <param name="features2">(M, d), M at least 2.</param>
    public static double Between(Tensor features1, Tensor features2)
    {
        using var scope = NewDisposeScope();
        var (mean1, covariance1) = Fit(features1);
        var (mean2, covariance2) = Fit(features2);
        return Between(mean1, covariance1, mean2, covariance2);
    }

    private static (Tensor Mean, Tensor Covariance) Fit(Tensor features)
    {
        if (features.shape is not [> 1, _]) throw new ArgumentException($"Features of shape ({string.Join(", ", features.shape)}): a Gaussian is fitted to at least two vectors, (N, d).", nameof(features));
        var values = features.cpu().to(float64);
        return (values.mean([0]), values.T.cov().reshape(values.shape[1], values.shape[1]));
    }
}
