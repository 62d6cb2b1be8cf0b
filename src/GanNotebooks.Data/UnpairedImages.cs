using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>
/// Two sets of images without known pairs, for a generator that translates both ways. The first half of a batch goes
/// from the first set to the second, the other half back: its labels are images of the first set, then of the second; its samples are in the opposite order.
/// </summary>
public sealed class UnpairedImages : ILabelledBatchSource
{
    private readonly IBatchSource first;
    private readonly IBatchSource second;

    /// <summary>Joins two sets.</summary>
    /// <param name="first">Images (C, H, W).</param>
    /// <param name="second">Images of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public UnpairedImages(IBatchSource first, IBatchSource second)
    {
        if (!first.SampleShape.SequenceEqual(second.SampleShape))
            throw new ArgumentException($"{first.Name} has images of {string.Join("×", first.SampleShape)} and {second.Name} of {string.Join("×", second.SampleShape)}: expected one shape. Bring them to one size.", nameof(second));
        (this.first, this.second) = (first, second);
    }

    /// <inheritdoc/>
    public string Name => $"{first.Name} and {second.Name}, unpaired";

    /// <inheritdoc/>
    public long[] SampleShape => second.SampleShape;

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        return NextLabelledBatch(count).Samples.MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The count is odd: the halves would not be equal.</exception>
    public Batch NextLabelledBatch(int count)
    {
        if (count % 2 != 0) throw new ArgumentOutOfRangeException(nameof(count), count, "Half of a batch goes one way and half the other: expected an even number.");
        using var scope = torch.NewDisposeScope();
        var (one, other) = (first.NextBatch(count / 2), second.NextBatch(count / 2));
        return new(torch.cat([other, one]).MoveToOuterDisposeScope(), torch.cat([one, other]).MoveToOuterDisposeScope());
    }
}
