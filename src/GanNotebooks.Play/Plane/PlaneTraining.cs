using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Play;

/// <summary>A training of points by the kit's own trainer, a few steps at a time, with its own random numbers. To be used within <see cref="Computing"/>.</summary>
internal sealed class PlaneTraining : IDisposable
{
    /// <summary>The largest number of steps of a trainer, which stores what each step measured.</summary>
    public const int MostSteps = 500_000;

    private readonly AdversarialTrainer trainer;
    private readonly long stepsBefore;
    private torch.Tensor random;

    private PlaneTraining(SettingValues values, Generator generator, Discriminator discriminator, torch.Tensor random, long stepsBefore)
    {
        (Values, Generator, Discriminator, this.random, this.stepsBefore) = (values, generator, discriminator, random, stepsBefore);
        Data = PlaneSettings.CreateData(values);
        Options = PlaneSettings.CreateOptions(values);
        trainer = new AdversarialTrainer(generator, discriminator, Data, Options);
    }

    /// <summary>The settings.</summary>
    public SettingValues Values { get; private set; }

    /// <summary>The real points.</summary>
    public IBatchSource Data { get; }

    /// <summary>The training's options.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The generator as it is now.</summary>
    public Generator Generator { get; }

    /// <summary>The discriminator as it is now.</summary>
    public Discriminator Discriminator { get; }

    /// <summary>Steps since the networks were built.</summary>
    public long Steps => stepsBefore + History.Steps.Count;

    /// <summary>What this trainer measured.</summary>
    public TrainingHistory History => trainer.History;

    /// <summary>Whether the trainer has reached its largest number of steps.</summary>
    public bool IsFull => History.Steps.Count >= MostSteps;

    /// <summary>Begins with new networks, from the seed.</summary>
    /// <param name="values">Values of <see cref="PlaneSettings.All"/>.</param>
    /// <exception cref="PlayException">The drawing is invalid.</exception>
    public static PlaneTraining Begin(SettingValues values)
    {
        _ = PlaneSettings.CreateData(values);       // throws for an invalid drawing
        torch.manual_seed(values.Whole("seed"));
        var (generator, discriminator) = (PlaneSettings.CreateGenerator(values), PlaneSettings.CreateDiscriminator(values));
        return new(values, generator, discriminator, torch.get_rng_state(), 0);
    }

    /// <summary>Changes to other settings; networks that fit them are kept, with what they have learned.</summary>
    /// <param name="values">The settings from now on.</param>
    /// <returns>The training that continues: this one, or a new one, after which this one must not be used.</returns>
    /// <exception cref="PlayException">The drawing is invalid; this training continues.</exception>
    public PlaneTraining With(SettingValues values)
    {
        var effect = Values.ChangeTo(values);
        if (effect == Effect.None)
        {
            Values = values;
            return this;
        }
        var next = effect == Effect.Networks ? Begin(values) : new(values, Generator, Discriminator, random.clone(), Steps);
        if (effect == Effect.Networks) Dispose();
        else DisposeTrainer();
        return next;
    }

    /// <summary>Trains for some steps.</summary>
    /// <param name="steps">How many further steps.</param>
    /// <exception cref="TrainingDivergedException">A loss became infinite or NaN.</exception>
    public void Advance(int steps) => WithRandom(() => trainer.Train(Math.Min(steps, MostSteps - History.Steps.Count)));

    /// <summary>Trains one of the two networks alone for one step, which is not counted.</summary>
    /// <param name="player">The network to train.</param>
    /// <exception cref="TrainingDivergedException">The loss became infinite or NaN.</exception>
    public void Move(Player player) => WithRandom(() => trainer.Move(player));

    private void WithRandom(Action work)
    {
        torch.set_rng_state(random);
        try
        {
            work();
        }
        finally
        {
            random.Dispose();
            random = torch.get_rng_state();
        }
    }

    /// <summary>Frees the networks and the trainer.</summary>
    public void Dispose()
    {
        DisposeTrainer();
        Generator.Dispose();
        Discriminator.Dispose();
    }

    private void DisposeTrainer()
    {
        trainer.Dispose();
        random.Dispose();
    }
}
