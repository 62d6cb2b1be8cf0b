using System.Globalization;
using GanNotebooks.Models;
using GanNotebooks.Trainers;

namespace GanNotebooks.Cli;

/// <summary>What a training was begun with: all that a checkpoint has to remember, so that it goes on without being told again.</summary>
internal sealed record TrainSettings
{
    private const string Planned = "steps";

    public required string Model { get; init; }

    public required string Data { get; init; }

    public required string Preset { get; init; }

    public required int Size { get; init; }

    public required int Seed { get; init; }

    public required int Maps { get; init; }

    public required int Latent { get; init; }

    public required int Batch { get; init; }

    /// <summary>The learning rate of both networks; null for the preset's own.</summary>
    public double? Rate { get; init; }

    /// <summary>For how many images a phase of growth lasts; null for networks that do not grow.</summary>
    public long? ImagesPerPhase { get; init; }

    /// <summary>The number of the last step.</summary>
    public required long Steps { get; init; }

    /// <summary>The preset with what was said differently.</summary>
    public TrainingOptions Options
    {
        get
        {
            var preset = TrainingOptions.Preset(Preset) with { BatchSize = Batch };
            if (Rate is { } rate) preset = preset with { GeneratorRate = rate, DiscriminatorRate = rate };
            if (preset.Growth is not { } growth || ImagesPerPhase is not { } phase) return preset;
            return preset with { Growth = growth with { LastResolution = Size, FadeImages = phase, StabilizeImages = phase, BatchSize = Batch, Rate = Rate ?? growth.Rate } };
        }
    }

    /// <summary>The settings as texts under the names of their options.</summary>
    public Dictionary<string, string> ToNotes()
    {
        var notes = new Dictionary<string, string> { ["model"] = Model, ["data"] = Data, ["preset"] = Preset };
        void Note(string name, IFormattable? value)
        {
            if (value is not null) notes[name] = value.ToString(null, CultureInfo.InvariantCulture);
        }
        Note("size", Size);
        Note("seed", Seed);
        Note("maps", Maps);
        Note("latent", Latent);
        Note("batch", Batch);
        Note("rate", Rate);
        Note("images-per-phase", ImagesPerPhase);
        Note(Planned, Steps);
        return notes;
    }

    /// <summary>Reads what <see cref="ToNotes"/> wrote.</summary>
    /// <exception cref="FormatException">They are not such notes.</exception>
    public static TrainSettings From(IReadOnlyDictionary<string, string> notes)
    {
        string Text(string name) => notes.TryGetValue(name, out var value) ? value : throw new FormatException($"the notes have no {name}");
        int Whole(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);
        return new()
        {
            Model = Text("model"),
            Data = Text("data"),
            Preset = Text("preset"),
            Size = Whole("size"),
            Seed = Whole("seed"),
            Maps = Whole("maps"),
            Latent = Whole("latent"),
            Batch = Whole("batch"),
            Rate = notes.TryGetValue("rate", out var rate) ? double.Parse(rate, CultureInfo.InvariantCulture) : null,
            ImagesPerPhase = notes.TryGetValue("images-per-phase", out var phase) ? long.Parse(phase, CultureInfo.InvariantCulture) : null,
            Steps = long.Parse(Text(Planned), CultureInfo.InvariantCulture),
        };
    }

    /// <summary>A phase that lets a training of so many steps end with the last resolution.</summary>
    public static long PhaseFor(long steps, int batch, int size)
    {
        return Math.Max(batch, steps * batch / (1 + 2 * GrowthStage.Whole(size).Doublings));
    }
}
