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
}

/// <summary>Watches a training: progress, pictures, measurements. It must not change the networks.</summary>
public interface ITrainingObserver
{
    /// <summary>Called after every step, on the training thread, and once more at the end.</summary>
    /// <param name="progress">Where the training stands.</param>
    void Observe(TrainingProgress progress);
}
