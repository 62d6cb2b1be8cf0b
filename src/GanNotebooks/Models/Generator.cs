using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>Turns latent vectors into samples (Goodfellow et al. 2014, section 3).</summary>
/// <param name="latentSize">The length of the random vector z; 0 for a generator without random input, whose samples depend on their conditions only.</param>
/// <param name="name">The name in summaries.</param>
public abstract class Generator(long latentSize, string name) : Network(name)
{
    /// <summary>The length of the random vector z.</summary>
    public long LatentSize { get; } = latentSize;

    /// <summary>Generates samples for given conditions: classes, or images to start from. A generator without a condition ignores them.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="labels">Classes, (N) int64, or null for random ones; images, (N, C, H, W), for a generator that translates images.</param>
    /// <returns>(N, …); images in [-1, 1].</returns>
    public virtual torch.Tensor forward(torch.Tensor latents, torch.Tensor? labels) => forward(latents);

    /// <summary>Random inputs from the prior p(z), a standard normal distribution.</summary>
    /// <param name="count">How many, N.</param>
    /// <returns>(N, LatentSize), on the CPU whatever device the network is on: the same seed gives the same numbers everywhere.</returns>
    public torch.Tensor Latents(int count) => torch.randn(count, LatentSize);

    /// <summary>Generates samples as a trained generator does: in evaluation mode and without gradients.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="labels">Classes, (N) int64, or another condition that this generator takes; null for random classes.</param>
    /// <returns>(N, …), on the CPU; images in [-1, 1].</returns>
    public torch.Tensor Generate(torch.Tensor latents, torch.Tensor? labels = null) => Evaluate(() => forward(Here(latents), Here(labels)));

    /// <summary>Generates samples from random latent vectors.</summary>
    /// <param name="count">How many, N.</param>
    /// <returns>(N, …), on the CPU; images in [-1, 1].</returns>
    public torch.Tensor Generate(int count)
    {
        using var latents = Latents(count);
        return Generate(latents);
    }
}
