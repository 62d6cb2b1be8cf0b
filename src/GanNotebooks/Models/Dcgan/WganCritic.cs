using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>
/// A critic for the Wasserstein distance: DCGAN's discriminator without batch normalization, which would make one image's score,
/// and so its gradient penalty, depend on the other images. Gulrajani et al. 2017, section 4.
/// </summary>
public sealed class WganCritic : Discriminator
{
    private readonly DcganFeatures features;
    private readonly nn.Module<Tensor, Tensor> score;

    /// <summary>Builds the network.</summary>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <exception cref="ArgumentException">Images of this size cannot be halved down to 4 or 7.</exception>
    public WganCritic(long size = 32, long channels = 1, long featureMaps = 32) : base(nameof(WganCritic))
    {
        features = new DcganFeatures(size, channels, featureMaps, batchNorm: false);
        score = nn.Conv2d(features.Width, 1, features.Side);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override bool ScoresApart => true;

    /// <summary>Scores images: any real numbers, of which only differences mean something.</summary>
    /// <param name="input">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N).</returns>
    public override Tensor forward(Tensor input) => score.call(features.call(Here(input))).flatten();

    /// <summary>The features that the score is computed from.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N, values), with gradients.</returns>
    public Tensor Features(Tensor images) => features.call(Here(images)).flatten(1);
}
