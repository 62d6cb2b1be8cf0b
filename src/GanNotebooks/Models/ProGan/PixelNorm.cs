using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>Gives every pixel's feature vector the mean square 1, so that two networks cannot drive each other's signals up. Karras et al. 2018, section 4.2.</summary>
public sealed class PixelNorm() : nn.Module<Tensor, Tensor>(nameof(PixelNorm))
{
    /// <summary>Keeps the root of a vector of zeros from being divided by.</summary>
    public const double Small = 1e-8;

    /// <summary>b = a / √(mean over channels of a² + 10⁻⁸).</summary>
    /// <param name="input">(N, C, …).</param>
    /// <returns>Of the same shape.</returns>
    public override Tensor forward(Tensor input) => input * (input.square().mean([1], keepdim: true) + Small).rsqrt();
}
