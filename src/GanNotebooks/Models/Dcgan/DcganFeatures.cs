using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>The feature layers of DCGAN's discriminator: convolutions that halve the image until it is 4×4 or 7×7.</summary>
public sealed class DcganFeatures : nn.Module<Tensor, Tensor>
{
    /// <summary>The slope of the leaky ReLUs for negative numbers.</summary>
    public const double Slope = 0.2;

    private readonly nn.Module<Tensor, Tensor> layers;

    /// <summary>Builds the layers.</summary>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <param name="batchNorm">Whether all layers but the first are normalized over the batch.</param>
    /// <exception cref="ArgumentException">Images of this size cannot be halved down to 4 or 7.</exception>
    public DcganFeatures(long size, long channels, long featureMaps, bool batchNorm) : base(nameof(DcganFeatures))
    {
        var (start, doublings) = ImagePyramid.Of(size);
        var stack = new List<nn.Module<Tensor, Tensor>>
        {
            nn.Conv2d(channels, featureMaps, 4, stride: 2, padding: 1),     // the layer that sees pixels is not normalized
            nn.LeakyReLU(Slope, inplace: true),
        };
        var width = featureMaps;
        for (var i = 1; i < doublings; i++, width *= 2)
        {
            stack.Add(nn.Conv2d(width, 2 * width, 4, stride: 2, padding: 1, bias: !batchNorm));
            if (batchNorm) stack.Add(nn.BatchNorm2d(2 * width));
            stack.Add(nn.LeakyReLU(Slope, inplace: true));
        }
        (Side, Width) = (start, width);
        layers = nn.Sequential(stack);
        RegisterComponents();
    }

    /// <summary>The side of the last feature map.</summary>
    public long Side { get; }

    /// <summary>The channels of the last feature map.</summary>
    public long Width { get; }

    /// <summary>Computes the last feature map.</summary>
    /// <param name="input">(N, C, H, W).</param>
    /// <returns>(N, Width, Side, Side).</returns>
    public override Tensor forward(Tensor input) => layers.call(input);
}

/// <summary>How an image's side results from 4 or 7 by doubling: 28 = 7·2·2, 32 = 4·2·2·2, 64 = 4·2·2·2·2.</summary>
/// <param name="Start">The side of the smallest map, 4 or 7.</param>
/// <param name="Doublings">How often it is doubled, at least 1.</param>
internal readonly record struct ImagePyramid(long Start, int Doublings)
{
    /// <summary>Finds the start and the doublings of an image's side.</summary>
    /// <param name="size">The side in pixels.</param>
    /// <exception cref="ArgumentException">The side is not 4 or 7 doubled once or more.</exception>
    public static ImagePyramid Of(long size)
    {
        foreach (var start in new long[] { 4, 7 })
            for (var doublings = 1; start << doublings <= size; doublings++)
                if (start << doublings == size) return new(start, doublings);
        throw new ArgumentException($"Images of {size}×{size} pixels do not fit: expected 4 or 7 doubled once or more, such as 28, 32 or 64. Resize them.", nameof(size));
    }
}
