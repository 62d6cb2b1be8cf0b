using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Visualizers;

/// <summary>One row for each class, one column for each latent vector: it shows what the class decides, and what the latent vector.</summary>
public static class ClassGrid
{
    /// <summary>Generates the images and arranges them.</summary>
    /// <param name="generator">A generator of images by class.</param>
    /// <param name="latents">The columns, (N, LatentSize).</param>
    /// <param name="classes">The rows, from class 0.</param>
    /// <param name="scale">How many pixels wide and high one pixel of an image becomes, at least 1.</param>
    /// <param name="title">What the images are: appears above them, and in the text form.</param>
    /// <param name="names">The classes' names, which appear beside the rows; null for their numbers.</param>
    public static ImageGrid Of(Generator generator, torch.Tensor latents, long classes, int scale = 2, string? title = null, IReadOnlyList<string>? names = null)
    {
        using var scope = torch.NewDisposeScope();
        var columns = latents.shape[0];
        var labels = torch.arange(classes, dtype: torch.int64).repeat_interleave(columns);
        names ??= [.. Enumerable.Range(0, (int)classes).Select(number => $"{number}")];
        return ImageGrid.Of(generator.Generate(latents.repeat(classes, 1), labels), (int)columns, scale, title, names);
    }
}
