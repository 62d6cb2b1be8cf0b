using TorchSharp;

namespace GanNotebooks.Data;

public sealed partial class ImageDataset : ILabelledBatchSource
{
    /// <inheritdoc/>
    public Batch NextLabelledBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var indices = NextIndices(count);
        return new(Select(indices).MoveToOuterDisposeScope(), Labels?.index_select(0, indices).MoveToOuterDisposeScope());
    }
}
