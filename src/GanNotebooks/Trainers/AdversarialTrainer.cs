using System.Diagnostics;
using GanNotebooks.Datasets;
using GanNotebooks.Models;
using TorchSharp;
using TorchSharp.Modules;

namespace GanNotebooks.Trainers;

/// <summary>Plays the adversarial game: the discriminator and the generator learn in turn (Goodfellow et al. 2014, algorithm 1).</summary>
public sealed partial class AdversarialTrainer : IDisposable
{
    private readonly Generator generator;
    private readonly Discriminator discriminator;
    private readonly IBatchSource data;
    private readonly TrainingOptions options;
    private readonly Adam generatorOptimizer;
    private readonly Adam discriminatorOptimizer;

    /// <summary>Sets the game up.</summary>
    /// <param name="generator">Trained in place.</param>
    /// <param name="discriminator">Trained in place.</param>
    /// <param name="data">The real samples.</param>
    /// <param name="options">How to train.</param>
    public AdversarialTrainer(Generator generator, Discriminator discriminator, IBatchSource data, TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 2, nameof(options));
        (this.generator, this.discriminator, this.data, this.options) = (generator, discriminator, data, options);
        generatorOptimizer = torch.optim.Adam(generator.parameters(), options.GeneratorRate, options.Beta1, options.Beta2);
        discriminatorOptimizer = torch.optim.Adam(discriminator.parameters(), options.DiscriminatorRate, options.Beta1, options.Beta2);
    }

    /// <summary>All steps so far.</summary>
    public TrainingHistory History { get; } = new();

    /// <summary>Trains on; called again, it continues where it was.</summary>
    /// <param name="steps">How many steps more, 0 or more.</param>
    /// <param name="stop">Ends training after the step that is running; what was learned so far stays.</param>
    /// <param name="observers">Who watches.</param>
    /// <returns>All steps so far.</returns>
    public TrainingHistory Train(long steps, CancellationToken stop = default, params ReadOnlySpan<ITrainingObserver> observers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var clock = Stopwatch.StartNew();
        var before = History.Elapsed;
        var planned = History.Steps.Count + steps;
        History.Stopped = false;
        generator.train();
        discriminator.train();
        while (History.Steps.Count < planned && !stop.IsCancellationRequested)
        {
            var step = Step();
            History.Add(step);
            History.Elapsed = before + clock.Elapsed;
            Tell(observers, new TrainingProgress(step, planned, History, generator, discriminator));
        }
        History.Stopped = History.Steps.Count < planned;
        if (History.Steps.Count > 0)
            Tell(observers, new TrainingProgress(History.Steps[^1], planned, History, generator, discriminator) { Finished = true });
        return History;
    }

    /// <summary>Frees the optimizers' memory; the networks stay.</summary>
    public void Dispose()
    {
        generatorOptimizer.Dispose();
        discriminatorOptimizer.Dispose();
    }

    private static void Tell(ReadOnlySpan<ITrainingObserver> observers, TrainingProgress progress)
    {
        foreach (var observer in observers) observer.Observe(progress);
    }
}
