using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Runtime;
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
    private readonly WeightAverage? average;
    private readonly ThreadChoice threads;
    private OptimizerHelper generatorOptimizer;
    private OptimizerHelper discriminatorOptimizer;
    private int batchSize;
    private RandomState? random;        // kept while observers may draw random numbers

    /// <summary>Prepares a training.</summary>
    /// <param name="generator">Trained in place, on the device that the options name; it stays there.</param>
    /// <param name="discriminator">Trained in place, on that device too.</param>
    /// <param name="data">The real samples.</param>
    /// <param name="options">How to train.</param>
    /// <exception cref="ArgumentException">Networks, data and options do not fit together, or there is no such device.</exception>
    public AdversarialTrainer(Generator generator, Discriminator discriminator, IBatchSource data, TrainingOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.BatchSize, 2, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CriticSteps, 1, nameof(options));
        (this.generator, this.discriminator, this.data, this.options) = (generator, discriminator, data, options);
        batchSize = options.BatchSize;
        CheckGrowth();
        var device = options.Device ?? ComputeDevice.Default;
        threads = new ThreadChoice(options.Threads ?? (device.type == DeviceType.CPU ? null : torch.get_num_threads()));
        generator.to(device);           // before the optimizers, which remember each weight
        discriminator.to(device);
        History.Device = device.ToString();
        StartOptimizers(options.GeneratorRate, options.DiscriminatorRate);
        if (options.AverageDecay is { } decay) average = new WeightAverage(generator, decay);
    }

    /// <summary>The running average of the generator's weights, where the options ask for one; freed with the trainer.</summary>
    public WeightAverage? Average => average;

    /// <summary>All steps so far.</summary>
    public TrainingHistory History { get; } = new();

    /// <summary>Trains for some steps; another call continues from there.</summary>
    /// <param name="steps">How many further steps, 0 or more.</param>
    /// <param name="stop">Ends training after the step that is running; what was learned so far stays.</param>
    /// <param name="observers">Called after every step.</param>
    /// <returns>All steps so far.</returns>
    /// <exception cref="TrainingDivergedException">A loss became infinite or NaN.</exception>
    public TrainingHistory Train(long steps, CancellationToken stop = default, params ReadOnlySpan<ITrainingObserver> observers)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        var clock = Stopwatch.StartNew();
        var before = History.Elapsed;
        var planned = History.Steps.Count + steps;
        History.Stopped = false;
        generator.train();
        discriminator.train();
        using var _ = threads.Use();
        while (History.Steps.Count < planned && !stop.IsCancellationRequested)
        {
            threads.Time(() => History.Add(Step()));
            (History.Elapsed, History.Threads) = (before + clock.Elapsed, threads.Chosen);
            Tell(observers, Progress(planned));
        }
        History.Stopped = History.Steps.Count < planned;
        if (History.Steps.Count > 0)
            Tell(observers, Progress(planned) with { Finished = true });
        return History;
    }

    /// <summary>Frees the optimizers' memory; the networks stay.</summary>
    public void Dispose()
    {
        generatorOptimizer.Dispose();
        discriminatorOptimizer.Dispose();
        average?.Dispose();
    }

    [MemberNotNull(nameof(generatorOptimizer), nameof(discriminatorOptimizer))]
    private void StartOptimizers(double generatorRate, double discriminatorRate)
    {
        generatorOptimizer?.Dispose();
        discriminatorOptimizer?.Dispose();
        generatorOptimizer = options.UpdateRule.For(generator.parameters(), generatorRate);
        discriminatorOptimizer = options.UpdateRule.For(discriminator.parameters(), discriminatorRate);
    }

    private TrainingProgress Progress(long planned) => new(History.Steps[^1], planned, History, generator, discriminator) { Average = average, Save = Save };

    /// <summary>Tells the observers. They may draw random numbers; training continues as if they had not.</summary>
    private void Tell(ReadOnlySpan<ITrainingObserver> observers, TrainingProgress progress)
    {
        if (observers.Length == 0) return;
        using var kept = random = RandomState.Keep();
        try
        {
            foreach (var observer in observers) observer.Observe(progress);
        }
        finally
        {
            random = null;
        }
    }
}
