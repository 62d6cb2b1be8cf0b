using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>What both growing networks are made with.</summary>
internal static class Growth
{
    /// <summary>The slope of the leaky ReLUs for negative numbers.</summary>
    public const double Slope = 0.2;

    /// <summary>Twice the size: every pixel becomes four.</summary>
    /// <param name="images">(N, C, H, W).</param>
    public static Tensor Enlarge(Tensor images) => nn.functional.interpolate(images, scale_factor: [2, 2], mode: InterpolationMode.Nearest);

    /// <summary>Half the size: four pixels become their mean.</summary>
    /// <param name="images">(N, C, H, W).</param>
    public static Tensor Reduce(Tensor images) => nn.functional.avg_pool2d(images, 2);

    /// <summary>old + α·(new − old): at α = 0 this is the old image to the last bit.</summary>
    public static Tensor Fade(Tensor old, Tensor young, double alpha) => old + alpha * (young - old);

    /// <summary>Channels at a resolution: the same up to 16 px, then halved with each doubling, as in the paper's table 2.</summary>
    public static long Width(long featureMaps, long resolution) => Math.Max(1, Math.Min(featureMaps, featureMaps * 16 / resolution));

    /// <summary>Checks a stage.</summary>
    public static GrowthStage Checked(GrowthStage stage, long maxResolution)
    {
        if (GrowthStage.Exponent(stage.Resolution) > GrowthStage.Exponent(maxResolution))
            throw new ArgumentException($"The network was built for at most {maxResolution} px and cannot grow to {stage.Resolution}.", nameof(stage));
        return stage.Alpha is >= 0 and <= 1 ? stage : throw new ArgumentException($"α = {stage.Alpha}: expected 0 (old layers only) to 1 (new layers only).", nameof(stage));
    }
}
