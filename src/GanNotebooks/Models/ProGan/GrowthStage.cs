using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>How far a growing network has grown.</summary>
/// <param name="Resolution">The side of its images in pixels: 4, 8, 16, …</param>
/// <param name="Alpha">
/// How far the newest layers are faded in: 0 shows the smaller network's images only, enlarged; 1 the new layers' only. Karras et al. 2018, figure 2.
/// </param>
public readonly record struct GrowthStage(long Resolution, double Alpha)
{
    /// <summary>The side of the first images, in pixels.</summary>
    public const long First = 4;

    /// <summary>A stage whose layers are all faded in: α = 1.</summary>
    /// <param name="resolution">4, 8, 16, …</param>
    public static GrowthStage Whole(long resolution) => new(resolution, 1);

    /// <summary>Real images as a network of this stage should see them: of its resolution, and blended with the same α as its own. Karras et al. 2018, figure 2.</summary>
    /// <param name="images">(N, C, H, H), with H a multiple of the resolution.</param>
    /// <returns>(N, C, Resolution, Resolution).</returns>
    public Tensor View(Tensor images)
    {
        var whole = images.shape[2] == Resolution ? images : nn.functional.avg_pool2d(images, images.shape[2] / Resolution);
        return Alpha >= 1 ? whole : Growth.Fade(Growth.Enlarge(Growth.Reduce(whole)), whole, Alpha);
    }

    /// <summary>How many times the side has been doubled, from 4 pixels.</summary>
    public int Doublings => Exponent(Resolution);

    internal static int Exponent(long resolution)
    {
        var doublings = System.Numerics.BitOperations.Log2((ulong)Math.Max(resolution, 1)) - 2;
        return doublings >= 0 && First << doublings == resolution ? doublings
            : throw new ArgumentException($"A growing network makes images of 4, 8, 16, … pixels a side, not {resolution}.", nameof(resolution));
    }
}

/// <summary>A network that grows while it is trained.</summary>
public interface IGrowing
{
    /// <summary>The largest side of its images, in pixels.</summary>
    long MaxResolution { get; }

    /// <summary>How far it has grown.</summary>
    /// <exception cref="ArgumentException">It cannot grow that far, or α is not in [0, 1].</exception>
    GrowthStage Stage { get; set; }
}

/// <summary>Functions that both growing networks use.</summary>
public static class Growth
{
    /// <summary>The slope of the leaky ReLUs for negative numbers.</summary>
    public const double Slope = 0.2;

    /// <summary>Doubles the side: every pixel becomes four.</summary>
    /// <param name="images">(N, C, H, W).</param>
    public static Tensor Enlarge(Tensor images) => nn.functional.interpolate(images, scale_factor: [2, 2], mode: InterpolationMode.Nearest);

    /// <summary>Halves the side: four pixels become their mean.</summary>
    /// <param name="images">(N, C, H, W).</param>
    public static Tensor Reduce(Tensor images) => nn.functional.avg_pool2d(images, 2);

    /// <summary>old + α·(new − old): at α = 0 this is the old image to the last bit.</summary>
    /// <param name="old">What the smaller network makes, (N, C, H, W).</param>
    /// <param name="young">What the new layers make, of the same shape.</param>
    /// <param name="alpha">α, from 0 to 1.</param>
    public static Tensor Fade(Tensor old, Tensor young, double alpha) => old + alpha * (young - old);

    /// <summary>The channels at a resolution: all up to <paramref name="wideUntil"/>, then halved with each doubling. Karras et al. 2018, table 2.</summary>
    /// <param name="featureMaps">The channels at 4 px.</param>
    /// <param name="resolution">4, 8, 16, …</param>
    /// <param name="wideUntil">The largest side with all channels.</param>
    public static long Width(long featureMaps, long resolution, long wideUntil) => Math.Max(1, Math.Min(featureMaps, featureMaps * wideUntil / resolution));

    /// <summary>Checks that a network can have a stage.</summary>
    /// <param name="stage">The stage that is asked for.</param>
    /// <param name="maxResolution">The largest side that the network can have.</param>
    /// <returns>The same stage.</returns>
    /// <exception cref="ArgumentException">The network cannot grow that far, or α is not in [0, 1].</exception>
    public static GrowthStage Checked(GrowthStage stage, long maxResolution)
    {
        if (GrowthStage.Exponent(stage.Resolution) > GrowthStage.Exponent(maxResolution))
            throw new ArgumentException($"The network was built for at most {maxResolution} px and cannot grow to {stage.Resolution}.", nameof(stage));
        return stage.Alpha is >= 0 and <= 1 ? stage : throw new ArgumentException($"α = {stage.Alpha}: expected 0 (old layers only) to 1 (new layers only).", nameof(stage));
    }
}
