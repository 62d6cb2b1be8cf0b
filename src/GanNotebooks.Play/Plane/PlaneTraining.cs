using GanNotebooks.Data;
using GanNotebooks.Models;
using GanNotebooks.Trainers;
using TorchSharp;

namespace GanNotebooks.Play;

/// <summary>A training of points by the kit's own trainer, a few steps at a time, with random numbers of its own. To be used within <see cref="Computing"/>.</summary>
internal sealed class PlaneTraining : IDisposable
{
    /// <summary>After how many steps a trainer goes no further: it keeps what each step measured.</summary>
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

    /// <summary>How they are trained on.</summary>
    public TrainingOptions Options { get; }

    /// <summary>The generator as it is now.</summary>
    public Generator Generator { get; }

    /// <summary>The discriminator as it is now.</summary>
    public Discriminator Discriminator { get; }

    /// <summary>Steps since the networks were built.</summary>
    public long Steps => stepsBefore + History.Steps.Count;

    /// <summary>What this trainer measured.</summary>
    public TrainingHistory History => trainer.History;

    /// <summary>Whether the trainer goes no further.</summary>
    public bool IsFull => History.Steps.Count >= MostSteps;

    /// <summary>Begins with new networks, from the seed.</summary>
    /// <param name="values">Of <see cref="PlaneSettings.All"/>.</param>
    /// <exception cref="PlayException">The drawing is none.</exception>
    public static PlaneTraining Begin(SettingValues values)
    {
        _ = PlaneSettings.CreateData(values);       // refuses a drawing that is none
        torch.manual_seed(values.Whole("seed"));
        var (generator, discriminator) = (PlaneSettings.CreateGenerator(values), PlaneSettings.CreateDiscriminator(values));
        return new(values, generator, discriminator, torch.get_rng_state(), 0);
    }

    /// <summary>Goes over to other settings; the networks stay where they can, and with them what they have learned.</summary>
    /// <param name="values">The settings from now on.</param>
    /// <returns>The training that goes on: this one, or another, and then this one is over.</returns>
    /// <exception cref="PlayException">The drawing is none; this training goes on.</exception>
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

    /// <summary>Trains on.</summary>
    /// <param name="steps">How many steps more.</param>
    /// <exception cref="TrainingDivergedException">A loss became infinite or NaN.</exception>
    public void Advance(int steps) => WithRandom(() => trainer.Train(Math.Min(steps, MostSteps - History.Steps.Count)));

    /// <summary>Lets one of the two make a step alone; it is not counted.</summary>
    /// <param name="player">Who learns.</param>
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

    /// <summary>Frees all.</summary>
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
