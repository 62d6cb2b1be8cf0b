using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// pix2pix's generator: the image is halved until little is left, and doubled again; each layer on the way up also sees the map of its size from the way down, so
/// that lines stay in place. Isola et al. 2017, section 3.2.1; Ronneberger et al. 2015.
/// </summary>
/// <remarks>The paper's only noise is dropout. Here z joins the smallest map, so that one can see whether the network uses it.</remarks>
public sealed class UNetGenerator : ImageTranslator
{
    private readonly nn.Module<Tensor, Tensor>[] downs;
    private readonly nn.Module<Tensor, Tensor>[] ups;

    /// <summary>Builds the network.</summary>
    /// <param name="sourceChannels">The channels of the input images, whose sides are multiples of 2 to the power of <paramref name="depth"/>.</param>
    /// <param name="channels">The channels of the output images.</param>
    /// <param name="latentSize">The length of z, 0 or more.</param>
    /// <param name="featureMaps">The channels of the first layer; each next one has twice as many, up to four times.</param>
    /// <param name="depth">How often the image is halved, at least 2. The smallest map should keep at least 2×2 positions: a single one cannot be normalized.</param>
    public UNetGenerator(long sourceChannels = 3, long channels = 3, long latentSize = 0, long featureMaps = 16, int depth = 4)
        : base(sourceChannels, latentSize, nameof(UNetGenerator))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 2);
        Depth = depth;
        long Width(int level) => featureMaps << Math.Min(level, 2);
        downs = new nn.Module<Tensor, Tensor>[depth];
        ups = new nn.Module<Tensor, Tensor>[depth];
        for (var level = 0; level < depth; level++)
        {
            var (outer, inner) = (level == 0 ? sourceChannels : Width(level - 1), Width(level));
            var deepest = level == depth - 1;
            var halve = nn.Conv2d(outer, inner, 4, stride: 2, padding: 1);
            var active = nn.LeakyReLU(DcganFeatures.Slope);
            downs[level] = level == 0 ? nn.Sequential(halve, active) : nn.Sequential(halve, nn.InstanceNorm2d(inner), active);
            var joined = deepest ? inner + latentSize : 2 * inner;
            var doubled = nn.ConvTranspose2d(joined, level == 0 ? channels : outer, 4, stride: 2, padding: 1);
            ups[level] = level == 0 ? nn.Sequential(doubled, nn.Tanh()) : nn.Sequential(doubled, nn.InstanceNorm2d(outer), nn.ReLU(inplace: true));
            register_module($"down{level}", downs[level]);
            register_module($"up{level}", ups[level]);
        }
        new DcganWeights().Apply(this);
    }

    /// <summary>How often the image is halved.</summary>
    public int Depth { get; }

    /// <summary>Translates each image to one of the same size.</summary>
    protected override Tensor Translate(Tensor latents, Tensor images)
    {
        if (images.shape[2] % (1 << Depth) != 0 || images.shape[3] % (1 << Depth) != 0)
            throw new ArgumentException($"Images of {images.shape[2]}×{images.shape[3]} cannot be halved {Depth} times: expected sides that are multiples of {1 << Depth}. Resize them.", nameof(images));
        var seen = new Tensor[Depth];
        for (var level = 0; level < Depth; level++) seen[level] = downs[level].call(level == 0 ? images : seen[level - 1]);
        var deepest = seen[^1];
        var up = LatentSize == 0 ? deepest : cat([deepest, latents.reshape(-1, LatentSize, 1, 1).expand(-1, -1, deepest.shape[2], deepest.shape[3])], 1);
        for (var level = Depth - 1; level >= 0; level--)
        {
            up = ups[level].call(up);
            if (level > 0) up = cat([up, seen[level - 1]], 1);
        }
        return up;
    }
}
