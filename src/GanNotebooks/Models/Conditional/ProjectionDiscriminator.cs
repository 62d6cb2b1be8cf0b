using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A conditional discriminator whose score has two parts: is the sample real, and do its features point in the direction of its class? Miyato and Koyama 2018, equation 3.</summary>
public sealed class ProjectionDiscriminator : ConditionalDiscriminator
{
    private readonly nn.Module<Tensor, Tensor> features;
    private readonly nn.Module<Tensor, Tensor> realness;
    private readonly nn.Module<Tensor, Tensor> direction;

    /// <summary>Builds the network.</summary>
    /// <param name="classes">How many classes, at least 1.</param>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <param name="batchNorm">False for a critic with a gradient penalty.</param>
    public ProjectionDiscriminator(long classes, long size = 32, long channels = 1, long featureMaps = 32, bool batchNorm = true)
        : base(classes, nameof(ProjectionDiscriminator))
    {
        ScoresApart = !batchNorm;
        var maps = new DcganFeatures(size, channels, featureMaps, batchNorm);
        var length = 2 * maps.Width;
        // The paper sums each map over its positions. A network as small as this sees only part of the image at each position, so a layer joins them all.
        features = nn.Sequential(maps, nn.Conv2d(maps.Width, length, maps.Side), nn.LeakyReLU(DcganFeatures.Slope), nn.Flatten());
        realness = nn.Linear(length, 1);
        var directions = nn.Embedding(classes, length);
        nn.init.normal_(directions.weight, 0, 0.2);       // ten times the other weights: with 0.02 it learns late to use the class
        direction = directions;
        RegisterComponents();
        new DcganWeights().Apply(this);
    }

    /// <inheritdoc/>
    public override bool ScoresApart { get; }

    /// <summary>f(x, y) = yᵀV·φ(x) + ψ(φ(x)).</summary>
    protected override Tensor Score(Tensor samples, Tensor labels)
    {
        var phi = features.call(samples);       // (N, length)
        return (direction.call(labels) * phi).sum(1) + realness.call(phi).squeeze(1);
    }
}
