using GanNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// Makes images larger. Residual blocks work at the small size, which is cheap; PixelShuffle then turns four channels into a square of four
/// pixels (Shi et al. 2016, section 3.2). The network is SRResNet (Ledig et al. 2017, figure 4) without batch normalization and with plain ReLUs (Lim et al. 2017,
/// section 3.1). Its output is added to the bicubically enlarged image, which is what it starts with.
/// </summary>
public sealed class SuperResolutionGenerator : ImageTranslator
{
    /// <summary>By which factor one PixelShuffle enlarges the sides.</summary>
    public const int Doubling = 2;

    private readonly nn.Module<Tensor, Tensor> head;
    private readonly ModuleList<nn.Module<Tensor, Tensor>> blocks;
    private readonly nn.Module<Tensor, Tensor> tail;

    /// <summary>Builds the network.</summary>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the inner layers; 64 in the paper.</param>
    /// <param name="blocks">How many residual blocks; 16 in the paper.</param>
    /// <param name="doublings">How often the sides are doubled: 2 for four times as large.</param>
    public SuperResolutionGenerator(long channels = 3, long featureMaps = 24, int blocks = 4, int doublings = 2) : base(channels, 0, nameof(SuperResolutionGenerator))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(doublings, 1);
        Factor = 1 << doublings;
        head = nn.Sequential(nn.Conv2d(channels, featureMaps, 3, padding: 1), nn.ReLU(inplace: true));
        this.blocks = new([.. Enumerable.Range(0, blocks).Select(_ => nn.Sequential(nn.Conv2d(featureMaps, featureMaps, 3, padding: 1), nn.ReLU(inplace: true), nn.Conv2d(featureMaps, featureMaps, 3, padding: 1)))]);
        var larger = Enumerable.Range(0, doublings).SelectMany(_ => new nn.Module<Tensor, Tensor>[] { nn.Conv2d(featureMaps, 4 * featureMaps, 3, padding: 1), nn.PixelShuffle(Doubling), nn.ReLU(inplace: true) });
        var last = nn.Conv2d(featureMaps, channels, 3, padding: 1);
        nn.init.zeros_(last.weight);        // nothing is added at first
        nn.init.zeros_(last.bias);
        tail = nn.Sequential([.. larger, last]);
        RegisterComponents();
    }

    /// <summary>By which factor the sides grow.</summary>
    public int Factor { get; }

    /// <summary>Enlarges images as bicubic interpolation does: a weighted mean of the 4×4 nearest pixels (Keys 1981).</summary>
    /// <param name="images">(N, C, H, W).</param>
    /// <param name="factor">By which factor the sides grow, at least 1.</param>
    /// <returns>(N, C, factor·H, factor·W).</returns>
    public static Tensor Bicubic(Tensor images, int factor) =>
        nn.functional.interpolate(images, scale_factor: [factor, factor], mode: InterpolationMode.Bicubic, align_corners: false);

    /// <summary>Enlarges images.</summary>
    protected override Tensor Translate(Tensor latents, Tensor images)
    {
        var first = head.call(images);
        var maps = blocks.Aggregate(first, (x, block) => x + block.call(x)) + first;
        return Bicubic(images, Factor) + tail.call(maps);
    }
}
