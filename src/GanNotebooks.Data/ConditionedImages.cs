using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Images with one condition each, from which a generator should make them, such as a caption or another image: a batch's samples are the images, its labels the conditions.</summary>
/// <param name="images">The images.</param>
public abstract class ConditionedImages(ImageDataset images) : ILabelledBatchSource, IResumableSource
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Fingerprint { get; }

    /// <summary>The images.</summary>
    public ImageDataset Images { get; } = images;

    /// <summary>How many images.</summary>
    public long Count => Images.Count;

    /// <inheritdoc/>
    public long[] SampleShape => Images.SampleShape;

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count) => Images.NextBatch(count);

    /// <inheritdoc/>
    public Batch NextLabelledBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var (samples, conditions) = Select(Images.NextIndices(count));
        return new(samples.MoveToOuterDisposeScope(), conditions!.MoveToOuterDisposeScope());
    }

    /// <summary>Chosen images with their conditions.</summary>
    /// <param name="indices">The images' numbers, (n) int64.</param>
    /// <returns>The images, (n, C, H, W) in [-1, 1], and their conditions, (n, …).</returns>
    public Batch Select(torch.Tensor indices)
    {
        var samples = Images.Select(indices);
        return new(samples, ConditionsOf(indices, samples));
    }

    /// <summary>Some of the images as a data set, such as those to train on.</summary>
    /// <param name="indices">The images' numbers, (n) int64, at least one.</param>
    public ILabelledBatchSource Subset(torch.Tensor indices) => new Subset(Name, SampleShape, Select, indices);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Position() => Images.Position();

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> position) => Images.Restore(position);

    /// <summary>The conditions of chosen images.</summary>
    /// <param name="indices">The images' numbers, (n) int64.</param>
    /// <param name="samples">The images themselves, (n, C, H, W) in [-1, 1].</param>
    /// <returns>(n, …).</returns>
    protected abstract torch.Tensor ConditionsOf(torch.Tensor indices, torch.Tensor samples);
}
