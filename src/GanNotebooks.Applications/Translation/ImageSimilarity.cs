using TorchSharp;

namespace GanNotebooks.Applications;

/// <summary>How close images are to the true ones, pixel by pixel, in decibels: higher is closer. 20 dB are errors of a tenth of the range, 40 dB of a hundredth.</summary>
public static class PeakSignalToNoiseRatio
{
    /// <summary>The mean over the images of −10·log₁₀(mean squared error / range²).</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <param name="truth">(N, C, H, W) in [-1, 1].</param>
    /// <returns>Decibels; infinity where an image equals the true one.</returns>
    /// <exception cref="ArgumentException">They are not of one shape.</exception>
    public static double Of(torch.Tensor images, torch.Tensor truth)
    {
        ImagePair.Check(images, truth);
        using var scope = torch.NewDisposeScope();
        var error = (images.cpu().to(torch.float64) - truth.cpu().to(torch.float64)).square().mean([1, 2, 3]);
        return (-10 * (error / 4).log10()).mean().item<double>();       // the range is 2
    }
}

/// <summary>
/// How similar images are to the true ones in brightness, contrast and structure, window by window: 1 for equal ones. Wang et al. 2004, equation 13,
/// with their window, a Gaussian of 11×11 with a deviation of 1.5.
/// </summary>
public static class StructuralSimilarity
{
    private const int Side = 11, AtOnce = 50;
    private const double Deviation = 1.5, BrightnessFloor = 0.01 * 0.01, ContrastFloor = 0.03 * 0.03;       // (K₁·L)² and (K₂·L)² for a range L of 1

    /// <summary>The mean over all images, channels and windows.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1], at least 11×11.</param>
    /// <param name="truth">(N, C, H, W) in [-1, 1].</param>
    /// <returns>At most 1.</returns>
    /// <exception cref="ArgumentException">They are not of one shape, or smaller than a window.</exception>
    public static double Of(torch.Tensor images, torch.Tensor truth)
    {
        ImagePair.Check(images, truth);
        if (images.shape[2] < Side || images.shape[3] < Side)
            throw new ArgumentException($"Images of {images.shape[2]}×{images.shape[3]} are smaller than the window of {Side}×{Side}. Take larger ones.", nameof(images));
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        var side = torch.arange(Side, dtype: torch.float64) - Side / 2;
        var bell = (-side.square() / (2 * Deviation * Deviation)).exp();
        bell /= bell.sum();
        return images.split(AtOnce).Zip(truth.split(AtOnce), (some, wanted) => Of(Planes(some), Planes(wanted), bell) * some.shape[0]).Sum() / images.shape[0];
    }

    private static double Of(torch.Tensor x, torch.Tensor y, torch.Tensor bell)
    {
        using var scope = torch.NewDisposeScope();
        torch.Tensor Mean(torch.Tensor of) => torch.nn.functional.conv2d(torch.nn.functional.conv2d(of, bell.reshape(1, 1, 1, Side)), bell.reshape(1, 1, Side, 1));

        var (mx, my) = (Mean(x), Mean(y));
        var (vx, vy, covariance) = (Mean(x * x) - mx * mx, Mean(y * y) - my * my, Mean(x * y) - mx * my);
        var similarity = (2 * mx * my + BrightnessFloor) * (2 * covariance + ContrastFloor) / ((mx * mx + my * my + BrightnessFloor) * (vx + vy + ContrastFloor));
        return similarity.mean().item<double>();
    }

    /// <summary>Each channel as an image of its own, (N·C, 1, H, W), in [0, 1].</summary>
    private static torch.Tensor Planes(torch.Tensor images) => ((images.cpu().to(torch.float64) + 1) / 2).flatten(0, 1).unsqueeze(1);
}

/// <summary>Checks images and the true ones.</summary>
internal static class ImagePair
{
    /// <summary>Throws if they are not images of one shape.</summary>
    public static void Check(torch.Tensor images, torch.Tensor truth)
    {
        if (images.ndim != 4 || !images.shape.SequenceEqual(truth.shape))
            throw new ArgumentException($"({string.Join(", ", images.shape)}) and ({string.Join(", ", truth.shape)}) are not two batches of images of one shape; expected (N, C, H, W) twice.", nameof(images));
    }
}
