using GanNotebooks.Data;

namespace GanNotebooks.Trainers;

public sealed partial class AdversarialTrainer
{
    private long imagesSeen;

    /// <summary>Draws the next real batch and brings it to the networks' device and, while they grow, to their resolution.</summary>
    private Batch NextReal()
    {
        var batch = data is ILabelledBatchSource labelled ? labelled.NextLabelledBatch(batchSize) : new Batch(data.NextBatch(batchSize), null);
        batch = new(discriminator.Here(batch.Samples), discriminator.Here(batch.Labels));
        imagesSeen += batchSize;
        return stage is { } now ? batch with { Samples = now.View(batch.Samples) } : batch;
    }
}
