using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Real samples with their classes or other conditions.</summary>
/// <param name="Samples">(N, …) float32; images in [-1, 1].</param>
/// <param name="Labels">Classes from 0, (N) int64; or images that belong to the samples, (N, C, H, W), or their words; null when there are none.</param>
public readonly record struct Batch(torch.Tensor Samples, torch.Tensor? Labels);

/// <summary>Real data whose samples belong to classes, or have another condition.</summary>
public interface ILabelledBatchSource : IBatchSource
{
    /// <summary>The next real samples and their classes or conditions.</summary>
    /// <param name="count">How many, at least 1.</param>
    Batch NextLabelledBatch(int count);
}
