using System.Text.Json;
using System.Text.Json.Serialization;
using GanNotebooks.Applications;
using GanNotebooks.Models;
using GanNotebooks.Trainers;

namespace GanNotebooks.Cli;

/// <summary>The settings that a training was begun with, stored in its checkpoints so that it continues without repeating them.</summary>
internal sealed record TrainSettings
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.KebabCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

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

    /// <summary>How much a running average of the generator's weights keeps each step; null for the preset's own, or none.</summary>
    public double? Average { get; init; }

    /// <summary>For how many images a phase of growth lasts; null for networks that do not grow.</summary>
    public long? ImagesPerPhase { get; init; }

    /// <summary>The number of the last step.</summary>
    public required long Steps { get; init; }

    /// <summary>The preset's options, with the settings that differ.</summary>
    [JsonIgnore]
    public TrainingOptions Options
    {
        get
        {
            var preset = PaperTraining.Named(Preset).Options with { BatchSize = Batch };
            if (Rate is { } rate) preset = preset with { GeneratorRate = rate, DiscriminatorRate = rate };
            if (Average is { } average) preset = preset with { AverageDecay = average };
            if (preset.Growth is not { } growth || ImagesPerPhase is not { } phase) return preset;
            return preset with { Growth = growth with { LastResolution = Size, FadeImages = phase, StabilizeImages = phase, BatchSize = Batch, Rate = Rate ?? growth.Rate } };
        }
    }

    /// <summary>The settings as texts under the names of their options.</summary>
    public Dictionary<string, string> ToNotes() => JsonSerializer.SerializeToNode(this, Format)!.AsObject().ToDictionary(note => note.Key, note => note.Value!.ToString());

    /// <summary>Reads what <see cref="ToNotes"/> wrote.</summary>
    /// <exception cref="FormatException">The notes are not those of <c>gan train</c>.</exception>
    public static TrainSettings From(IReadOnlyDictionary<string, string> notes)
    {
        try
        {
            return JsonSerializer.SerializeToNode(notes).Deserialize<TrainSettings>(Format)!;
        }
        catch (JsonException e)
        {
            throw new FormatException($"the notes of gan train are damaged: {e.Message}", e);
        }
    }

    /// <summary>How many images a phase of growth must have for a training of so many steps to reach the end of the last resolution.</summary>
    public static long PhaseFor(long steps, int batch, int size) => Math.Max(batch, steps * batch / (1 + 2 * GrowthStage.Whole(size).Doublings));
}
