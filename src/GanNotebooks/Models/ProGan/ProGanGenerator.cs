using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A generator that begins with 4×4 pixels and grows by doubling; new layers are faded in. Karras et al. 2018, section 2 and table 2.</summary>
public sealed class ProGanGenerator : Generator, IGrowing
{
    private readonly ModuleList<nn.Module<Tensor, Tensor>> blocks;      // block i makes features of 4·2ⁱ pixels a side
    private readonly ModuleList<nn.Module<Tensor, Tensor>> toRgb;       // and these make images of them
    private GrowthStage stage = GrowthStage.Whole(GrowthStage.First);

    /// <summary>Builds all layers, also those that it will grow into later.</summary>
    /// <param name="maxResolution">The side of the largest images: 4, 8, 16, 32, 64, …</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="latentSize">The length of z.</param>
    /// <param name="featureMaps">Channels up to <paramref name="wideUntil"/>; half as many with each doubling after it. The paper has 512.</param>
    /// <param name="wideUntil">The largest side with all of them; 32 in the paper.</param>
    /// <param name="pairsUntil">The largest side whose block has two convolutions, as all have in the paper; the blocks of larger sides have one.</param>
    /// <exception cref="ArgumentException">The resolution is not 4, 8, 16, …</exception>
    public ProGanGenerator(long maxResolution = 32, long channels = 3, long latentSize = 64, long featureMaps = 64, long wideUntil = 16, long pairsUntil = long.MaxValue)
        : base(latentSize, nameof(ProGanGenerator))
    {
        MaxResolution = maxResolution;
        blocks = nn.ModuleList<nn.Module<Tensor, Tensor>>();
        toRgb = nn.ModuleList<nn.Module<Tensor, Tensor>>();
        for (var i = 0; i <= GrowthStage.Exponent(maxResolution); i++)
        {
            var side = GrowthStage.First << i;
            var width = Growth.Width(featureMaps, side, wideUntil);
            blocks.Add(i == 0 ? FirstBlock(latentSize, width) : Block(Growth.Width(featureMaps, side / 2, wideUntil), width, isPair: side <= pairsUntil));
            toRgb.Add(new EqualizedConv2d(width, channels, 1, gain: 1));
        }
        RegisterComponents();
    }

    /// <inheritdoc/>
    public long MaxResolution { get; }

    /// <inheritdoc/>
    public GrowthStage Stage
    {
        get => stage;
        set => stage = Growth.Checked(value, MaxResolution);
    }

    /// <summary>Generates images of the present resolution.</summary>
    /// <param name="input">z, (N, LatentSize).</param>
    /// <returns>(N, C, R, R), about in [-1, 1]; no tanh holds them there.</returns>
    public override Tensor forward(Tensor input)
    {
        var newest = stage.Doublings;
        var features = blocks[0].call(Here(input).reshape(-1, LatentSize, 1, 1));
        for (var i = 1; i < newest; i++) features = blocks[i].call(Growth.Enlarge(features));
        if (newest == 0) return toRgb[0].call(features);

        var young = toRgb[newest].call(blocks[newest].call(Growth.Enlarge(features)));
        if (stage.Alpha >= 1) return young;
        var old = Growth.Enlarge(toRgb[newest - 1].call(features));
        return Growth.Fade(old, young, stage.Alpha);
    }

    private static nn.Module<Tensor, Tensor> FirstBlock(long latentSize, long width) => nn.Sequential(
        new PixelNorm(),                                                        // of z: it lies on a sphere
        new EqualizedConv2d(latentSize, width, 4, padding: 3), nn.LeakyReLU(Growth.Slope), new PixelNorm(),
        new EqualizedConv2d(width, width, 3), nn.LeakyReLU(Growth.Slope), new PixelNorm());

    private static nn.Module<Tensor, Tensor> Block(long before, long width, bool isPair)
    {
        nn.Module<Tensor, Tensor>[] Convolution(long inputs) => [new EqualizedConv2d(inputs, width, 3), nn.LeakyReLU(Growth.Slope), new PixelNorm()];
        return nn.Sequential([.. Convolution(before), .. isPair ? Convolution(width) : []]);
    }
}
