using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A conditional discriminator whose score has two parts: is it real, and does it point the way of its class? Miyato and Koyama 2018, equation 3.</summary>
public sealed class ProjectionDiscriminator : ConditionalDiscriminator
{
    private readonly DcganFeatures features;
    private readonly nn.Module<Tensor, Tensor> realness;
    private readonly nn.Module<Tensor, Tensor> direction;

    /// <summary>Builds the network.</summary>
    /// <param name="classes">How many classes, at least 1.</param>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <param name="batchNorm">False for a critic with a gradient penalty.</param>
    public ProjectionDiscriminator(long classes, long size = 32, long channels = 1, long featureMaps = 32, bool batchNorm = true)
        : base(nameof(ProjectionDiscriminator))
    {
        features = new DcganFeatures(size, channels, featureMaps, batchNorm);
        realness = nn.Linear(features.Width, 1);
        var directions = nn.Embedding(classes, features.Width);
        nn.init.normal_(directions.weight, 0, 0.02);      // at first the class counts for little
        direction = directions;
        RegisterComponents();
        new DcganWeights().Apply(this);
    }

    /// <summary>f(x, y) = yᵀV·φ(x) + ψ(φ(x)).</summary>
    protected override Tensor Score(Tensor samples, Tensor labels)
    {
        var phi = features.call(samples).sum(2, 3);         // (N, Width)
        return (direction.call(labels) * phi).sum(1) + realness.call(phi).squeeze(1);
    }
}
