using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>The mirror image of <see cref="ProGanGenerator"/>: it grows at its input. Karras et al. 2018, section 2 and table 2.</summary>
public sealed class ProGanCritic : Discriminator, IGrowing
{
    private readonly ModuleList<nn.Module<Tensor, Tensor>> fromRgb;     // these see images of 4·2ⁱ pixels a side
    private readonly ModuleList<nn.Module<Tensor, Tensor>> blocks;      // block i ends with half that side, block 0 with the score
    private GrowthStage stage = GrowthStage.Whole(GrowthStage.First);

    /// <summary>Builds all layers, also those that it will grow into later.</summary>
    /// <param name="maxResolution">The side of the largest images: 4, 8, 16, 32, 64, …</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">Channels up to <paramref name="wideUntil"/>; half as many with each doubling after it. The paper has 512.</param>
    /// <param name="groupSize">Images whose variety is looked at together.</param>
    /// <param name="wideUntil">The largest side with all of them; 32 in the paper.</param>
    /// <param name="pairsUntil">The largest side whose block has two convolutions, as all have in the paper; the blocks of larger sides have one.</param>
    /// <exception cref="ArgumentException">The resolution is not 4, 8, 16, …</exception>
    public ProGanCritic(long maxResolution = 32, long channels = 3, long featureMaps = 64, int groupSize = 4, long wideUntil = 16, long pairsUntil = long.MaxValue) : base(nameof(ProGanCritic))
    {
        MaxResolution = maxResolution;
        fromRgb = nn.ModuleList<nn.Module<Tensor, Tensor>>();
        blocks = nn.ModuleList<nn.Module<Tensor, Tensor>>();
        for (var i = 0; i <= GrowthStage.Exponent(maxResolution); i++)
        {
            var side = GrowthStage.First << i;
            var width = Growth.Width(featureMaps, side, wideUntil);
            fromRgb.Add(nn.Sequential(new EqualizedConv2d(channels, width, 1), nn.LeakyReLU(Growth.Slope)));
            blocks.Add(i == 0 ? LastBlock(width, groupSize) : Block(width, Growth.Width(featureMaps, side / 2, wideUntil), isPair: side <= pairsUntil));
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

    /// <summary>Scores images of the present resolution.</summary>
    /// <param name="input">(N, C, R, R).</param>
    /// <returns>(N); only differences of scores mean something.</returns>
    public override Tensor forward(Tensor input)
    {
        var (newest, images) = (stage.Doublings, Here(input));
        var features = fromRgb[newest].call(images);
        if (newest > 0)
        {
            features = blocks[newest].call(features);
            if (stage.Alpha < 1) features = Growth.Fade(fromRgb[newest - 1].call(Growth.Reduce(images)), features, stage.Alpha);
        }
        for (var i = newest - 1; i > 0; i--) features = blocks[i].call(features);
        return blocks[0].call(features).squeeze(1);
    }

    private static nn.Module<Tensor, Tensor> Block(long width, long after, bool isPair)
    {
        nn.Module<Tensor, Tensor>[] Convolution(long outputs) => [new EqualizedConv2d(width, outputs, 3), nn.LeakyReLU(Growth.Slope)];
        return nn.Sequential([.. isPair ? Convolution(width) : [], .. Convolution(after), nn.AvgPool2d(2)]);
    }

    private static nn.Module<Tensor, Tensor> LastBlock(long width, int groupSize) => nn.Sequential(
        new MinibatchStddev(groupSize),
        new EqualizedConv2d(width + 1, width, 3), nn.LeakyReLU(Growth.Slope),
        new EqualizedConv2d(width, width, 4, padding: 0), nn.LeakyReLU(Growth.Slope),
        nn.Flatten(),
        new EqualizedLinear(width, 1, gain: 1));
}
