using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// Scores every patch of an image on its own: an image is real when all its patches are. Isola et al. 2017, section 3.2.2 (PatchGAN).
/// It also sees the source image of each image, unless it is built without.
/// </summary>
public sealed class PatchDiscriminator : Discriminator
{
    private readonly nn.Module<Tensor, Tensor> layers;

    /// <summary>Builds the network.</summary>
    /// <param name="channels">The channels of the images that it scores.</param>
    /// <param name="sourceChannels">The channels of their source images; 0 for a discriminator that does not see those.</param>
    /// <param name="featureMaps">The channels of the first layer; each next one has twice as many, up to eight times.</param>
    /// <param name="halvings">The paper's n, at least 1: patches of 16 pixels with 1, of 34 with 2, of 70 with 3.</param>
    /// <param name="normalize">Whether the inner layers have instance normalization, which makes learning much faster. Without it, nothing outside a patch reaches its score.</param>
    public PatchDiscriminator(long channels = 3, long sourceChannels = 3, long featureMaps = 16, int halvings = 1, bool normalize = true) : base(nameof(PatchDiscriminator))
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sourceChannels);
        ArgumentOutOfRangeException.ThrowIfLessThan(halvings, 1);
        SourceChannels = sourceChannels;
        long Width(int layer) => featureMaps << Math.Min(layer, 3);
        var stack = new List<nn.Module<Tensor, Tensor>> { nn.Conv2d(channels + sourceChannels, featureMaps, 4, stride: 2, padding: 1), nn.LeakyReLU(DcganFeatures.Slope) };
        for (var layer = 1; layer <= halvings; layer++)
        {
            stack.Add(nn.Conv2d(Width(layer - 1), Width(layer), 4, stride: layer == halvings ? 1 : 2, padding: 1));
            if (normalize) stack.Add(nn.InstanceNorm2d(Width(layer)));
            stack.Add(nn.LeakyReLU(DcganFeatures.Slope));
        }
        stack.Add(nn.Conv2d(Width(halvings), 1, 4, stride: 1, padding: 1));
        layers = nn.Sequential(stack);
        PatchSize = 1;
        foreach (var stride in Enumerable.Repeat(1, 2).Concat(Enumerable.Repeat(2, halvings))) PatchSize = PatchSize * stride + (4 - stride);
        RegisterComponents();
        new DcganWeights().Apply(this);
    }

    /// <inheritdoc/>
    public override long SourceChannels { get; }

    /// <summary>The side in pixels of the patch that one score sees. Normalization adds a little of the whole image: means and deviations.</summary>
    public long PatchSize { get; }

    /// <inheritdoc/>
    public override bool ScoresApart => true;

    /// <summary>Scores the patches of images.</summary>
    /// <param name="samples">(N, C, H, W) in [-1, 1].</param>
    /// <param name="labels">Their source images, (N, sourceChannels, H, W); ignored by a discriminator that was built without.</param>
    /// <returns>Logits, (N, h, w).</returns>
    /// <exception cref="ArgumentException">The source images are missing.</exception>
    public override Tensor forward(Tensor samples, Tensor? labels)
    {
        if (SourceChannels == 0) return forward(samples);
        if (labels is not { ndim: 4 }) throw new ArgumentException($"{GetName()} scores images beside their source images, and got none. Train it on pairs of images, pass them, or build it with sourceChannels: 0.", nameof(labels));
        return forward(cat([Here(samples), Here(labels)], 1));
    }

    /// <summary>Scores the patches of images that are joined with their source images along the channels.</summary>
    /// <param name="input">(N, channels + sourceChannels, H, W).</param>
    /// <returns>Logits, (N, h, w).</returns>
    public override Tensor forward(Tensor input) => layers.call(Here(input)).squeeze(1);
}
