using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>
/// Pairs of images, for generators that make the one of the other: a batch's samples are what they should make, its labels what they make it of.
/// </summary>
public sealed partial class ImagePairs : ILabelledBatchSource, IResumableSource
{
    private readonly Func<torch.Tensor, torch.Tensor, torch.Tensor> sourceOf;
    private readonly string? more;

    /// <summary>Pairs images that lie at the same place of two sets.</summary>
    /// <param name="sources">What the generator is given.</param>
    /// <param name="targets">What it should make of it, in the same order.</param>
    /// <exception cref="ArgumentException">One set has more images.</exception>
    public ImagePairs(ImageDataset sources, ImageDataset targets)
    {
        if (sources.Count != targets.Count) throw new ArgumentException($"{sources.Count:N0} images of {sources.Name} and {targets.Count:N0} of {targets.Name} are no pairs: expected as many of each, in the same order.", nameof(sources));
        (Targets, sourceOf, more) = (targets, (indices, _) => sources.Select(indices), sources.Fingerprint);
        Name = $"{sources.Name} and {targets.Name}";
    }

    /// <summary>Pairs each image with one that is made of it, such as a smaller one.</summary>
    /// <param name="targets">What the generator should make.</param>
    /// <param name="sourceOf">Makes what it is given: from (N, C, H, W) in [-1, 1] to (N, C', H', W').</param>
    public ImagePairs(ImageDataset targets, Func<torch.Tensor, torch.Tensor> sourceOf)
    {
        (Targets, this.sourceOf) = (targets, (_, images) => sourceOf(images));
        Name = targets.Name;
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>What the generator should make.</summary>
    public ImageDataset Targets { get; }

    /// <summary>How many pairs.</summary>
    public long Count => Targets.Count;

    /// <inheritdoc/>
    public long[] SampleShape => Targets.SampleShape;

    /// <inheritdoc/>
    public string Fingerprint => more is null ? Targets.Fingerprint : $"{more} → {Targets.Fingerprint}";

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count) => Targets.NextBatch(count);

    /// <inheritdoc/>
    public Batch NextLabelledBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var pairs = Select(Targets.NextIndices(count));
        return new(pairs.Samples.MoveToOuterDisposeScope(), pairs.Labels!.MoveToOuterDisposeScope());
    }

    /// <summary>Chosen pairs.</summary>
    /// <param name="indices">Which, (n) int64.</param>
    /// <returns>What should be made, (n, C, H, W), and what it is made of, both in [-1, 1].</returns>
    public Batch Select(torch.Tensor indices)
    {
        var samples = Targets.Select(indices);
        return new(samples, sourceOf(indices, samples));
    }

    /// <summary>Some of the pairs as data of their own, such as those to learn from.</summary>
    /// <param name="indices">Which, (n) int64, at least one.</param>
    public ILabelledBatchSource Subset(torch.Tensor indices) => new Subset(Name, SampleShape, Select, indices);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Position() => Targets.Position();

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> position) => Targets.Restore(position);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count:N0} pairs";
}
