using TorchSharp;

namespace GanNotebooks.Models;

/// <summary>A generator that translates images: its condition is an image.</summary>
/// <param name="sourceChannels">The channels of the input images.</param>
/// <param name="latentSize">The length of z; 0 when nothing is random.</param>
/// <param name="name">The name in summaries.</param>
public abstract class ImageTranslator(long sourceChannels, long latentSize, string name) : Generator(latentSize, name)
{
    /// <summary>The channels of the input images.</summary>
    public long SourceChannels { get; } = sourceChannels;

    /// <summary>Translates each image.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="labels">The images to start from, (N, SourceChannels, H, W) in [-1, 1].</param>
    /// <returns>(N, C, H', W').</returns>
    /// <exception cref="ArgumentException">The images are missing, or of another shape.</exception>
    public sealed override torch.Tensor forward(torch.Tensor latents, torch.Tensor? labels)
    {
        if (labels is not { ndim: 4 } || labels.shape[1] != SourceChannels)
            throw new ArgumentException($"{GetName()} translates images, and got {(labels is null ? "none" : $"({string.Join(", ", labels.shape)})")}; expected (N, {SourceChannels}, H, W). Pass them in place of labels: Generate(latents, images), or train on pairs of images.", nameof(labels));
        return Translate(Here(latents), Here(labels));
    }

    /// <summary>Always throws: there are no images to translate.</summary>
    /// <exception cref="ArgumentException">Always.</exception>
    public sealed override torch.Tensor forward(torch.Tensor input) => forward(input, null);

    /// <summary>Translates each image as a trained generator does: in evaluation mode and without gradients.</summary>
    /// <param name="images">(N, SourceChannels, H, W) in [-1, 1].</param>
    /// <returns>(N, C, H', W'), on the CPU.</returns>
    public torch.Tensor Apply(torch.Tensor images)
    {
        using var latents = Latents((int)images.shape[0]);
        return Generate(latents, images);
    }

    /// <summary>Translates each image.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="images">(N, SourceChannels, H, W).</param>
    /// <returns>(N, C, H', W').</returns>
    protected abstract torch.Tensor Translate(torch.Tensor latents, torch.Tensor images);
}
