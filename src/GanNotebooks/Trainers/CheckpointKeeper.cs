namespace GanNotebooks.Trainers;

/// <summary>Saves a training every so many steps, and when it ends or is stopped.</summary>
/// <param name="trainer">The training.</param>
/// <param name="folder">The folder of its checkpoints.</param>
/// <param name="interval">After how many steps, at least 1.</param>
/// <param name="keep">How many checkpoints to keep, the newest.</param>
public sealed class CheckpointKeeper(AdversarialTrainer trainer, string folder, long interval, int keep = 2) : ITrainingObserver
{
    private long saved;

    /// <inheritdoc/>
    public void Observe(TrainingProgress progress)
    {
        var step = progress.Step.Number;
        if (step == saved || !(progress.Finished || step % interval == 0)) return;
        trainer.Save(folder, keep);
        saved = step;
    }
}
