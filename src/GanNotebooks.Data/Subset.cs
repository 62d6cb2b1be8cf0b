using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Some of a set's images as a data set. Batches are drawn uniformly, with replacement.</summary>
/// <param name="name">The name of the whole set.</param>
/// <param name="shape">The shape of one sample.</param>
/// <param name="select">Selects images of the whole set by their numbers.</param>
/// <param name="indices">The numbers of the images in the subset, (n) int64.</param>
internal sealed class Subset(string name, long[] shape, Func<torch.Tensor, Batch> select, torch.Tensor indices) : ILabelledBatchSource
{
    private readonly torch.Tensor indices = indices.numel() > 0 ? indices.clone().DetachFromDisposeScope() : throw new ArgumentException($"{name}: none of the images was chosen; expected at least one.", nameof(indices));

    /// <inheritdoc/>
    public string Name => $"{indices.shape[0]:N0} of {name}";

    /// <inheritdoc/>
    public long[] SampleShape => shape;

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count)
    {
        var (samples, labels) = NextLabelledBatch(count);
        labels?.Dispose();
        return samples;
    }

    /// <inheritdoc/>
    public Batch NextLabelledBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var (samples, labels) = select(indices.index_select(0, torch.randint(indices.shape[0], [count], torch.int64)));
        return new(samples.MoveToOuterDisposeScope(), labels?.MoveToOuterDisposeScope());
    }
}
