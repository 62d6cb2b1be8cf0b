using TorchSharp;

namespace GanNotebooks.Trainers;

/// <summary>Saves a training every so many steps, and when it ends or is stopped. Weights that are no numbers are not saved: the checkpoint before stays the newest.</summary>
/// <param name="trainer">The training.</param>
/// <param name="folder">The folder of its checkpoints.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="keep">How many checkpoints to keep, the newest.</param>
public sealed class CheckpointKeeper(AdversarialTrainer trainer, string folder, long interval, int keep = 2) : ITrainingObserver
{
    private long saved;

    /// <summary>The checkpoint that was saved last, or null.</summary>
    public string? Newest { get; private set; }

    /// <inheritdoc/>
    public void Observe(TrainingProgress progress)
    {
        var step = progress.Step.Number;
        if (step == saved || !(progress.Finished || step % interval == 0)) return;
        if (!IsFinite(progress.Generator) || !IsFinite(progress.Discriminator)) return;
        Newest = trainer.Save(folder, keep);
        saved = step;
    }

    private static bool IsFinite(torch.nn.Module network)
    {
        using var scope = torch.NewDisposeScope();
        return network.parameters().All(weight => weight.isfinite().all().item<bool>());
    }
}
