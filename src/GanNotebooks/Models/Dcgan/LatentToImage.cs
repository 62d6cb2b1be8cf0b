using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary><c>nn.ConvTranspose2d</c> for maps of one pixel, as a latent vector is one: there it is a matrix product, which takes about half the time.</summary>
/// <param name="inputs">The channels of the pixel.</param>
/// <param name="outputs">Channels after.</param>
/// <param name="side">The side of the window, and of the map after.</param>
internal sealed class LatentToImage(long inputs, long outputs, long side)
    : ConvolutionTranspose(nameof(ConvTranspose2d), inputs, outputs, [side, side], [1, 1], [0, 0], null, [1, 1], transposed: true, [0, 0], groups: 1, bias: false, PaddingModes.Zeros)
{
    /// <summary>Makes maps of pixels.</summary>
    /// <param name="input">(N, inputs, 1, 1).</param>
    /// <param name="output_size">Not used: there is one size.</param>
    /// <returns>(N, outputs, side, side).</returns>
    public override Tensor forward(Tensor input, long[]? output_size) => input.flatten(1).mm(weight.flatten(1)).reshape(-1, out_channels, kernel_size[0], kernel_size[1]);
}
