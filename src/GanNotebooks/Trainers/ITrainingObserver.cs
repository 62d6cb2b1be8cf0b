using GanNotebooks.Models;

namespace GanNotebooks.Trainers;

/// <summary>Where a training stands.</summary>
/// <param name="Step">What the last step measured.</param>
/// <param name="PlannedSteps">The number of the last planned step.</param>
/// <param name="History">All steps so far.</param>
/// <param name="Generator">The generator as it is now.</param>
/// <param name="Discriminator">The discriminator as it is now.</param>
public sealed record TrainingProgress(TrainingStep Step, long PlannedSteps, TrainingHistory History, Generator Generator, Discriminator Discriminator)
{
    /// <summary>True after the last step, whether planned or stopped.</summary>
    public bool Finished { get; init; }

    /// <summary>A running average of the generator's weights, where the options ask for one: <c>using (now.Average?.Lend()) now.Generator.Generate(…)</c>.</summary>
    public WeightAverage? Average { get; init; }

    /// <summary>Saves the training as it is now: see <see cref="AdversarialTrainer.Save"/>.</summary>
    public required SaveCheckpoint Save { get; init; }
}

/// <summary>Writes a checkpoint.</summary>
/// <param name="folder">The folder of the training's checkpoints.</param>
/// <param name="keep">How many of the newest checkpoints to keep, at least 1.</param>
/// <param name="metric">A measurement to store with it.</param>
/// <returns>The new checkpoint's folder.</returns>
public delegate string SaveCheckpoint(string folder, int keep = 2, double? metric = null);

/// <summary>Watches a training: progress, pictures, measurements. It must not change the networks.</summary>
public interface ITrainingObserver
{
    /// <summary>Called after every step, on the training thread, and once more at the end.</summary>
    /// <param name="progress">Where the training stands.</param>
    void Observe(TrainingProgress progress);
}
