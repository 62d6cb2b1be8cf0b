using GanNotebooks.Models;
using static TorchSharp.torch;
using Generator = GanNotebooks.Models.Generator;

namespace GanNotebooks.Applications;

/// <summary>
/// Finds anomalies, which a generator of healthy images cannot make: an encoder maps an image to the latent vector of a nearby
/// healthy one, and the distance between the two is the score. Schlegl et al. 2019 (f-AnoGAN), the encoder izi_f.
/// </summary>
public sealed class FAnoGan
{
    private readonly DcganEncoder encoder;
    private readonly Generator generator;
    private readonly WganCritic critic;
    private readonly double kappa;

    /// <summary>Combines three networks.</summary>
    /// <param name="encoder">Still to be trained, with the mean of <see cref="Distances"/> as its loss.</param>
    /// <param name="generator">Trained on healthy images; it is not trained further, and stays in evaluation mode from now on.</param>
    /// <param name="critic">The generator's critic, whose features describe more than single pixels; it is not trained further.</param>
    /// <param name="kappa">κ, the weight of the features: 1 in the paper.</param>
    public FAnoGan(DcganEncoder encoder, Generator generator, WganCritic critic, double kappa = 1)
    {
        generator.eval();       // with each batch's own statistics it would differ from batch to batch
        (this.encoder, this.generator, this.critic, this.kappa) = (encoder, generator, critic, kappa);
    }

    /// <summary>How far each image is from the one that the generator makes from its code, in pixels and in features: mean (x − G(E(x)))² + κ·mean (f(x) − f(G(E(x))))².</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N), with gradients to the encoder's weights alone: their mean is the encoder's loss.</returns>
    public Tensor Distances(Tensor images)
    {
        using var generatorStays = new Frozen(generator);
        using var criticStays = new Frozen(critic);
        var x = generator.Here(images);
        return Between(x, generator.forward(encoder.forward(x)));
    }

    /// <summary>Reconstructs each image with the generator: a generator of healthy images makes a healthy one.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N, C, H, W) in [-1, 1], on the CPU, without gradients; what an image becomes does not depend on the others.</returns>
    public Tensor Nearest(Tensor images)
    {
        using var codes = encoder.Encode(images);
        return generator.Generate(codes);
    }

    /// <summary>The anomaly scores of images: the same distances, from trained networks.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N), at least 0, on the CPU, without gradients; a larger score is more anomalous.</returns>
    public Tensor Scores(Tensor images)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return Between(generator.Here(images), generator.Here(Nearest(images))).cpu().MoveToOuterDisposeScope();
    }

    private Tensor Between(Tensor x, Tensor nearest) => Mean(x - nearest) + kappa * Mean(critic.Features(x) - critic.Features(nearest));

    private static Tensor Mean(Tensor differences) => differences.square().flatten(1).mean([1]);
}
