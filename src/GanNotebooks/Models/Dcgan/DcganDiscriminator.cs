using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>The discriminator of DCGAN: convolutions with stride 2 in place of pooling, batch normalization, leaky ReLUs. Radford et al. 2016, section 3.</summary>
public sealed class DcganDiscriminator : Discriminator
{
    private readonly DcganFeatures features;
    private readonly nn.Module<Tensor, Tensor> score;

    /// <summary>Builds the network.</summary>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <exception cref="ArgumentException">Images of this size cannot be halved down to 4 or 7.</exception>
    public DcganDiscriminator(long size = 32, long channels = 1, long featureMaps = 32) : base(nameof(DcganDiscriminator))
    {
        features = new DcganFeatures(size, channels, featureMaps, batchNorm: true);
        score = nn.Conv2d(features.Width, 1, features.Side);
        RegisterComponents();
        new DcganWeights().Apply(this);
    }

    /// <summary>Scores images.</summary>
    /// <param name="input">(N, C, H, W) in [-1, 1].</param>
    /// <returns>Logits, (N).</returns>
    public override Tensor forward(Tensor input) => score.call(features.call(Here(input))).flatten();
}
