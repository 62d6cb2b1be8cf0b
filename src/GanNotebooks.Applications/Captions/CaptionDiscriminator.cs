using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// Scores images beside captions: is the image real, and does it point the way of its caption? The projection of Miyato and Koyama 2018,
/// equation 3, with a caption's vector in the place of a class's. Nothing is normalized, so that a penalty on its slopes can be asked for.
/// </summary>
public sealed class CaptionDiscriminator : Discriminator
{
    private readonly nn.Module<Tensor, Tensor> features;
    private readonly nn.Module<Tensor, Tensor> realness;
    private readonly nn.Module<Tensor, Tensor> direction;

    /// <summary>Builds the network.</summary>
    /// <param name="vocabulary">How many numbers words have, padding (0) included.</param>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <param name="maxLength">The most words that a caption has.</param>
    /// <exception cref="ArgumentException">Images of this size cannot be halved down to 4 or 7.</exception>
    public CaptionDiscriminator(long vocabulary, long size = 32, long channels = 3, long featureMaps = 32, long maxLength = 16) : base(nameof(CaptionDiscriminator))
    {
        var maps = new DcganFeatures(size, channels, featureMaps, batchNorm: false);
        var length = 2 * maps.Width;
        features = nn.Sequential(maps, nn.Conv2d(maps.Width, length, maps.Side), nn.LeakyReLU(DcganFeatures.Slope), nn.Flatten());
        realness = nn.Linear(length, 1);
        direction = new CaptionEncoder(vocabulary, length, maxLength, scale: 0.2);      // about as large as a class's vector of ProjectionDiscriminator
        RegisterComponents();
        new DcganWeights().Apply(this);
    }

    /// <inheritdoc/>
    public override bool ScoresApart => true;

    /// <summary>f(x, t) = v(t)ᵀφ(x) + ψ(φ(x)).</summary>
    /// <param name="samples">(N, C, H, W) in [-1, 1].</param>
    /// <param name="labels">The numbers of the captions' words, (N, L) int64.</param>
    /// <returns>Logits, (N).</returns>
    /// <exception cref="ArgumentException">There are no captions, or one that cannot be read.</exception>
    public override Tensor forward(Tensor samples, Tensor? labels) => labels is null
        ? throw new ArgumentException($"{GetName()} scores images beside captions, and got none. Pass the numbers of their words, or train on images with captions.", nameof(labels))
        : Score(features.call(Here(samples)), labels);

    /// <inheritdoc/>
    public override (Tensor First, Tensor Second) forward(Tensor samples, Tensor first, Tensor second)
    {
        var phi = features.call(Here(samples));       // what the picture shows does not depend on what is said of it
        return (Score(phi, first), Score(phi, second));
    }

    private Tensor Score(Tensor phi, Tensor captions) => (direction.call(captions) * phi).sum(1) + realness.call(phi).squeeze(1);

    /// <summary>Always fails: there is no caption.</summary>
    /// <exception cref="ArgumentException">Always.</exception>
    public override Tensor forward(Tensor input) => forward(input, null);
}
