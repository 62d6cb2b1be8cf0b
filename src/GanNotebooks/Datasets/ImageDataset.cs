using TorchSharp;

namespace GanNotebooks.Datasets;

/// <summary>Images in memory as bytes, with labels where there are any; batches come shuffled, each image at most once an epoch.</summary>
public sealed partial class ImageDataset : IBatchSource, IDisposable
{
    private torch.Tensor? order;
    private long next;

    /// <summary>Wraps image and label bytes.</summary>
    /// <param name="name">What the images are.</param>
    /// <param name="pixels">N·C·H·W values 0 to 255, image by image, channel by channel, row by row.</param>
    /// <param name="shape">(N, C, H, W).</param>
    /// <param name="labels">N class numbers, or null.</param>
    /// <exception cref="ArgumentException">There are no images, or the counts do not agree.</exception>
    public ImageDataset(string name, byte[] pixels, long[] shape, byte[]? labels = null)
    {
        if (shape is not [> 0, > 0, > 0, > 0])
            throw new ArgumentException($"{name}: images of shape ({string.Join(", ", shape)}); expected (N, C, H, W), none of them zero.", nameof(shape));
        if (labels is not null && labels.Length != shape[0])
            throw new ArgumentException($"{name}: {shape[0]} images but {labels.Length} labels; expected one label an image.", nameof(labels));
        Name = name;
        Images = torch.tensor(pixels, shape).DetachFromDisposeScope();
        Labels = labels is null ? null : torch.tensor(labels).to(torch.int64).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>All images, (N, C, H, W) uint8.</summary>
    public torch.Tensor Images { get; }

    /// <summary>The class of each image, (N) int64, or null.</summary>
    public torch.Tensor? Labels { get; }

    /// <summary>The number of images, N.</summary>
    public long Count => Images.shape[0];

    /// <inheritdoc/>
    public long[] SampleShape => Images.shape[1..];

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        return Select(NextIndices(count)).MoveToOuterDisposeScope();
    }

    /// <summary>Chosen images as a network sees them.</summary>
    /// <param name="indices">Which, (n) int64.</param>
    /// <returns>(n, C, H, W) float32 in [-1, 1].</returns>
    public torch.Tensor Select(torch.Tensor indices)
    {
        using var scope = torch.NewDisposeScope();
        return (Images.index_select(0, indices).to(torch.float32) / 127.5 - 1).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count:N0} images of {string.Join("×", SampleShape)}";

    /// <summary>Frees the images and labels.</summary>
    public void Dispose()
    {
        Images.Dispose();
        Labels?.Dispose();
        order?.Dispose();
    }

    /// <summary>The next indices of this epoch's order; a batch that does not fit any more begins the next epoch.</summary>
    private torch.Tensor NextIndices(int count)
    {
        if (count > Count) return torch.randint(Count, [count]);
        if (order is null || next + count > Count)
        {
            order?.Dispose();
            order = torch.randperm(Count).DetachFromDisposeScope();
            next = 0;
        }
        next += count;
        return order.narrow(0, next - count, count);
    }
}
