using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Real data to train on, which deliver batches without end.</summary>
public interface IBatchSource
{
    /// <summary>The data's name, for titles and messages.</summary>
    string Name { get; }

    /// <summary>The shape of one sample without the batch: (2) for points in the plane, (C, H, W) for images.</summary>
    long[] SampleShape { get; }

    /// <summary>The next real samples.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <returns>(count, …) float32; images in [-1, 1].</returns>
    torch.Tensor NextBatch(int count);
}
