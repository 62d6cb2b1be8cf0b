using System.Globalization;
using GanNotebooks.Applications;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>The options on the command line; null if an option was not given.</summary>
internal sealed record TrainRequest
{
    private const int UsualSteps = 1000, UsualMaps = 32, UsualSeed = 1;

    public string? Model { get; init; }

    public string? Data { get; init; }

    public string? Preset { get; init; }

    public int? Size { get; init; }

    public int? Seed { get; init; }

    public int? Maps { get; init; }

    public int? Latent { get; init; }

    public int? Batch { get; init; }

    public double? Rate { get; init; }

    public double? Average { get; init; }

    public long? ImagesPerPhase { get; init; }

    public int? Threads { get; init; }

    /// <summary>How many steps, or how many more to take.</summary>
    public long? Steps { get; init; }

    public string? Output { get; init; }

    public string? Resume { get; init; }

    /// <summary>The device that computes; a resumed training may continue on another one.</summary>
    public string? Device { get; init; }

    public long SaveEvery { get; init; } = 100;

    public int RandomSeed => Seed ?? UsualSeed;

    /// <summary>Throws for numbers out of range.</summary>
    /// <exception cref="UserError">There is such an option.</exception>
    public void Check()
    {
        Least("steps", Steps, 1);
        Least("save-every", SaveEvery, 1);
        Least("maps", Maps, 1);
        Least("latent", Latent, 1);
        Least("batch", Batch, 2);
        Least("threads", Threads, 1);
        Least("images-per-phase", ImagesPerPhase, 1);
        if (Rate is { } rate && !(rate > 0 && double.IsFinite(rate))) throw new UserError(string.Create(CultureInfo.InvariantCulture, $"--rate {rate}: expected a number above 0, such as 0.0002."));
        if (Average is { } average && !(average is >= 0 and < 1)) throw new UserError(string.Create(CultureInfo.InvariantCulture, $"--average {average}: expected a number from 0 to below 1, such as 0.999."));
    }

    /// <summary>The settings of a new training.</summary>
    /// <param name="model">The requested model.</param>
    /// <param name="data">The images, open.</param>
    /// <exception cref="UserError">The options do not fit together.</exception>
    public TrainSettings Settings(GanModel model, TrainingImages data)
    {
        var training = Mistake.Of(() => PaperTraining.Named(Preset ?? model.Name));
        var (preset, grows) = (training.Options, training.Model.Grows);
        if (grows != model.Grows)
            throw new UserError($"--preset {Preset}: {(grows ? $"it grows the networks, and those of {model.Name} cannot grow" : $"it does not grow the networks, and those of {model.Name} begin with 4×4 pixels")}. Leave --preset out.");
        if (!grows && ImagesPerPhase is not null) throw new UserError($"--images-per-phase: {model.Name} does not grow. Leave it out, or train progan.");
        var (size, batch, steps) = ((int)data.Images.SampleShape[1], Batch ?? preset.Growth?.BatchSize ?? preset.BatchSize, Steps ?? UsualSteps);
        CheckMemory(batch, Math.Max(new torch.Size(data.Images.SampleShape).numel(), Latent ?? model.UsualLatent));
        return new()
        {
            Model = model.Name,
            Data = TrainingImages.Lasting(Data ?? TrainingImages.Usual(model)),
            Preset = Preset ?? model.Name,
            Size = size,
            Seed = RandomSeed,
            Maps = Maps ?? UsualMaps,
            Latent = Latent ?? model.UsualLatent,
            Batch = batch,
            Rate = Rate,
            Average = Average,
            ImagesPerPhase = grows ? ImagesPerPhase ?? TrainSettings.PhaseFor(steps, batch, size) : null,
            Steps = steps,
        };
    }

    /// <summary>Throws for options that differ from those that a training was begun with.</summary>
    /// <exception cref="UserError">There is such an option.</exception>
    public void CheckAgainst(TrainSettings begun)
    {
        if (Output is not null) throw new UserError("--out: a training that is resumed stays in its folder. Leave --out out.");
        var remembered = begun.ToNotes();
        var asked = new (string Name, object? Value)[]
        {
            ("model", Model), ("data", Data is null ? null : TrainingImages.Lasting(Data)), ("preset", Preset), ("size", Size), ("seed", Seed), ("maps", Maps),
            ("latent", Latent), ("batch", Batch), ("rate", Rate), ("average", Average), ("images-per-phase", ImagesPerPhase),
        };
        foreach (var (name, value) in asked)
        {
            var (said, was) = (Convert.ToString(value, CultureInfo.InvariantCulture), remembered.GetValueOrDefault(name, "the preset's own"));
            if (value is not null && said != was)
                throw new UserError($"{(name == "model" ? "" : "--")}{name} {said}: the training was begun with {was}, and continues with it. Leave it out, or begin a new training.");
        }
    }

    // A step holds at least a batch of real images and one of generated images.
    private static void CheckMemory(int batch, long values) =>
        Shortage.Foresee($"--batch {batch}: the images of a step", 2.0 * batch * values * sizeof(float), "Lower --batch, --size or --latent.");

    private static void Least(string name, long? value, long least)
    {
        if (value < least) throw new UserError($"--{name} {value}: expected at least {least}.");
    }
}
