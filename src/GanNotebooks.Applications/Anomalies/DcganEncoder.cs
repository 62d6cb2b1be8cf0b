using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>Maps an image to a latent vector: DCGAN's discriminator with a latent vector in place of the score. f-AnoGAN has one too (Schlegl et al. 2019); theirs ends with a tanh, which this one leaves out.</summary>
public sealed class DcganEncoder : Network
{
    private readonly DcganFeatures features;
    private readonly nn.Module<Tensor, Tensor> latents;

    /// <summary>Builds the network.</summary>
    /// <param name="size">The side of the images: 28, 32, 64 (4 or 7, doubled).</param>
    /// <param name="channels">The images' channels.</param>
    /// <param name="latentSize">The length of z.</param>
    /// <param name="featureMaps">The channels of the first layer; each next layer has twice as many.</param>
    /// <exception cref="ArgumentException">Images of this size cannot be halved down to 4 or 7.</exception>
    public DcganEncoder(long size = 32, long channels = 1, long latentSize = 100, long featureMaps = 32) : base(nameof(DcganEncoder))
    {
        features = new DcganFeatures(size, channels, featureMaps, batchNorm: true);
        latents = nn.Conv2d(features.Width, latentSize, features.Side);
        RegisterComponents();
    }

    /// <summary>Encodes images.</summary>
    /// <param name="input">(N, C, H, W) in [-1, 1].</param>
    /// <returns>z, (N, latent).</returns>
    public override Tensor forward(Tensor input) => latents.call(features.call(Here(input))).flatten(1);

    /// <summary>Encodes images as a trained encoder does: in evaluation mode and without gradients.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N, latent), on the CPU.</returns>
    public Tensor Encode(Tensor images) => Evaluate(() => forward(images));
}
