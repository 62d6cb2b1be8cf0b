using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Pairs of images, for generators that translate one to the other: a batch's samples are the targets, its labels the source images, (N, C, H, W).</summary>
public sealed partial class ImagePairs : ConditionedImages
{
    private readonly Func<torch.Tensor, torch.Tensor, torch.Tensor> sourceOf;
    private readonly string? more;

    /// <summary>Pairs the images of two sets by their order.</summary>
    /// <param name="sources">The generator's input images.</param>
    /// <param name="targets">The images that it should make from them, in the same order.</param>
    /// <exception cref="ArgumentException">The sets have different numbers of images.</exception>
    public ImagePairs(ImageDataset sources, ImageDataset targets) : base(targets)
    {
        if (sources.Count != targets.Count) throw new ArgumentException($"{sources.Count:N0} images of {sources.Name} and {targets.Count:N0} of {targets.Name} are no pairs: expected as many of each, in the same order.", nameof(sources));
        (sourceOf, more) = ((indices, _) => sources.Select(indices), sources.Fingerprint);
        Name = $"{sources.Name} and {targets.Name}";
    }

    /// <summary>Pairs each image with a source image computed from it, such as a smaller one.</summary>
    /// <param name="targets">The images that the generator should make.</param>
    /// <param name="sourceOf">Computes the source images: from (N, C, H, W) in [-1, 1] to (N, C', H', W').</param>
    public ImagePairs(ImageDataset targets, Func<torch.Tensor, torch.Tensor> sourceOf) : base(targets)
    {
        this.sourceOf = (_, images) => sourceOf(images);
        Name = targets.Name;
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Fingerprint => more is null ? Images.Fingerprint : $"{more} → {Images.Fingerprint}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count:N0} pairs";

    /// <inheritdoc/>
    protected override torch.Tensor ConditionsOf(torch.Tensor indices, torch.Tensor samples) => sourceOf(indices, samples);
}
