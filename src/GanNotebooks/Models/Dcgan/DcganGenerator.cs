using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>The generator of DCGAN: transposed convolutions that double the image until it is large enough. Radford et al. 2016, figure 1.</summary>
public sealed class DcganGenerator : Generator
{
    private readonly nn.Module<Tensor, Tensor> layers;

    /// <summary>Builds the network.</summary>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">1 for grey, 3 for red, green, blue.</param>
    /// <param name="latentSize">The length of z.</param>
    /// <param name="featureMaps">The channels of the last hidden layer; each earlier layer has twice as many. The paper's 64 px network has 128.</param>
    /// <exception cref="ArgumentException">Images of this size cannot be made by doubling.</exception>
    public DcganGenerator(long size = 32, long channels = 1, long latentSize = 100, long featureMaps = 32)
        : base(latentSize, nameof(DcganGenerator))
    {
        var (start, doublings) = ImagePyramid.Of(size);
        var width = featureMaps << (doublings - 1);
        var stack = new List<nn.Module<Tensor, Tensor>>
        {
            new LatentToImage(latentSize, width, start),     // without a bias: batch norm has a shift of its own
            nn.BatchNorm2d(width),
            nn.ReLU(inplace: true),
        };
        for (; width > featureMaps; width /= 2)
        {
            stack.Add(nn.ConvTranspose2d(width, width / 2, 4, stride: 2, padding: 1, bias: false));
            stack.Add(nn.BatchNorm2d(width / 2));
            stack.Add(nn.ReLU(inplace: true));
        }
        stack.Add(nn.ConvTranspose2d(width, channels, 4, stride: 2, padding: 1));
        stack.Add(nn.Tanh());
        layers = nn.Sequential(stack);
        RegisterComponents();
        new DcganWeights().Apply(this);
    }

    /// <summary>Generates.</summary>
    /// <param name="input">z, (N, LatentSize).</param>
    /// <returns>(N, C, H, W) in (-1, 1).</returns>
    public override Tensor forward(Tensor input) => layers.call(Here(input).reshape(-1, LatentSize, 1, 1));
}

/// <summary><c>nn.ConvTranspose2d</c> for maps of one pixel, such as a latent vector: it is then a matrix product, which takes about half the time.</summary>
/// <param name="inputs">The channels of the pixel.</param>
/// <param name="outputs">Channels after.</param>
/// <param name="side">The side of the window and of the output map, in pixels.</param>
internal sealed class LatentToImage(long inputs, long outputs, long side)
    : ConvolutionTranspose(nameof(ConvTranspose2d), inputs, outputs, [side, side], [1, 1], [0, 0], null, [1, 1], transposed: true, [0, 0], groups: 1, bias: false, PaddingModes.Zeros)
{
    /// <summary>Turns each pixel into a map.</summary>
    /// <param name="input">(N, inputs, 1, 1).</param>
    /// <param name="output_size">Not used: there is one size.</param>
    /// <returns>(N, outputs, side, side).</returns>
    public override Tensor forward(Tensor input, long[]? output_size) => input.flatten(1).mm(weight.flatten(1)).reshape(-1, out_channels, kernel_size[0], kernel_size[1]);
}
