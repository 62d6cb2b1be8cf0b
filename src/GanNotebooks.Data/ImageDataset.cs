using GanNotebooks.Data.Storage;
using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>
/// Images as bytes, in memory or, if they need more than the memory budget, in a file; with labels if there are any.
/// Batches are shuffled, with each image at most once per epoch.
/// </summary>
public sealed partial class ImageDataset : ILabelledBatchSource, IDisposable
{
    private readonly torch.Tensor? images;
    private readonly MappedImages? file;
    private readonly long[] shape;
    private torch.Tensor? order;
    private long next;

    /// <summary>Wraps image and label bytes.</summary>
    /// <param name="name">The name of the images.</param>
    /// <param name="pixels">N·C·H·W values 0 to 255, image by image, channel by channel, row by row.</param>
    /// <param name="shape">(N, C, H, W).</param>
    /// <param name="labels">N class numbers, or null.</param>
    /// <exception cref="ArgumentException">There are no images, or the counts do not agree.</exception>
    public ImageDataset(string name, byte[] pixels, long[] shape, byte[]? labels = null) : this(name, shape, labels) =>
        images = torch.tensor(pixels, shape).DetachFromDisposeScope();

    internal ImageDataset(string name, MappedImages file, long[] shape, byte[]? labels) : this(name, shape, labels) => this.file = file;

    private ImageDataset(string name, long[] shape, byte[]? labels)
    {
        if (shape is not [> 0, > 0, > 0, > 0])
            throw new ArgumentException($"{name}: images of shape ({string.Join(", ", shape)}); expected (N, C, H, W), none of them zero.", nameof(shape));
        if (labels is not null && labels.Length != shape[0])
            throw new ArgumentException($"{name}: {shape[0]} images but {labels.Length} labels; expected one label per image.", nameof(labels));
        Name = name;
        this.shape = shape;
        Labels = labels is null ? null : torch.tensor(labels).to(torch.int64).DetachFromDisposeScope();
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>All images, (N, C, H, W) uint8.</summary>
    /// <exception cref="InvalidOperationException">The images are too large for the memory budget and stay in their file.</exception>
    public torch.Tensor Images => images ?? throw new InvalidOperationException(
        $"{Name}: {Count:N0} images are more than fit in the memory set aside for them and stay in their file: ask for batches, or for a larger {nameof(ImageOptions.MemoryBudget)}.");

    /// <summary>Whether the images stay in their file and are read from it batch by batch.</summary>
    public bool IsStreamed => file is not null;

    /// <summary>The class of each image, (N) int64, or null.</summary>
    public torch.Tensor? Labels { get; private set; }

    /// <summary>How many classes the labels tell apart, from 0 to the largest; 0 without labels.</summary>
    public long ClassCount
    {
        get
        {
            using var largest = Labels?.max();
            return largest is null ? 0 : largest.item<long>() + 1;
        }
    }

    /// <summary>The classes' names, in the order of their numbers from 0; null when they have no names.</summary>
    public IReadOnlyList<string>? ClassNames { get; private set; }

    /// <summary>The images' attributes, or null.</summary>
    public ImageAttributes? Attributes { get; private set; }

    /// <summary>Which data could not be used and why; null when all could.</summary>
    public string? Warning { get; private set; }

    /// <summary>The number of images, N.</summary>
    public long Count => shape[0];

    /// <inheritdoc/>
    public long[] SampleShape => shape[1..];

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        return Select(NextIndices(count)).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public Batch NextLabelledBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var indices = NextIndices(count);
        return new(Select(indices).MoveToOuterDisposeScope(), Labels?.index_select(0, indices).MoveToOuterDisposeScope());
    }

    /// <summary>Chosen images as a network takes them.</summary>
    /// <param name="indices">The images' numbers, (n) int64.</param>
    /// <returns>(n, C, H, W) float32 in [-1, 1].</returns>
    public torch.Tensor Select(torch.Tensor indices)
    {
        using var scope = torch.NewDisposeScope();
        return (Bytes(indices).to(torch.float32) / 127.5 - 1).MoveToOuterDisposeScope();
    }

    /// <summary>Some of the images as a data set, such as those to train on.</summary>
    /// <param name="indices">The images' numbers, (n) int64, at least one.</param>
    public ILabelledBatchSource Subset(torch.Tensor indices) => new Subset(Name, SampleShape, some => new(Select(some), Labels?.index_select(0, some)), indices);

    /// <summary>Uses one of the attributes as labels, such as the mouths of faces.</summary>
    /// <param name="attribute">Its name.</param>
    /// <returns>This set.</returns>
    /// <exception cref="ArgumentException">The images have no such attribute.</exception>
    public ImageDataset LabelBy(string attribute)
    {
        if (Attributes is null) throw new ArgumentException($"{Name}: the images have no attributes, so no \"{attribute}\".", nameof(attribute));
        using var scope = torch.NewDisposeScope();
        var labels = torch.tensor(Attributes.Of(attribute)).to(torch.int64).DetachFromDisposeScope();
        Labels?.Dispose();
        (Labels, ClassNames) = (labels, Attributes.Columns.First(column => column.Name == attribute).Values);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count:N0} images of {string.Join("×", SampleShape)}";

    /// <summary>Frees the images and labels.</summary>
    public void Dispose()
    {
        images?.Dispose();
        file?.Dispose();
        Labels?.Dispose();
        order?.Dispose();
    }

    /// <summary>Adds class names, attributes and a warning.</summary>
    internal ImageDataset With(IReadOnlyList<string>? classNames, ImageAttributes? attributes, string? warning = null)
    {
        (ClassNames, Attributes, Warning) = (classNames, attributes, warning);
        return this;
    }

    private torch.Tensor Bytes(torch.Tensor indices) =>
        file is null ? Images.index_select(0, indices) : torch.tensor(file.Read(indices.data<long>().ToArray()), [indices.shape[0], .. SampleShape]);

    /// <summary>The next indices in this epoch's order; a batch for which too few are left begins the next epoch.</summary>
    internal torch.Tensor NextIndices(int count)
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
