using System.Text.Json;
using System.Text.Json.Nodes;
using GanNotebooks.Models;
using TorchSharp;

namespace GanNotebooks.Checkpoints;

/// <summary>The description that is saved with a checkpoint, in <c>manifest.json</c>.</summary>
public sealed record CheckpointManifest
{
    /// <summary>The schema that this version of the library writes and reads.</summary>
    public const int CurrentSchema = 1;

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>The schema that this manifest was written in.</summary>
    public int SchemaVersion { get; init; } = CurrentSchema;

    /// <summary>The generator's type and the shapes of its weights.</summary>
    public required Architecture Generator { get; init; }

    /// <summary>The discriminator's type and the shapes of its weights.</summary>
    public required Architecture Discriminator { get; init; }

    /// <summary>How many training steps were taken.</summary>
    public required long Step { get; init; }

    /// <summary>How many real images the discriminator has seen.</summary>
    public required long ImagesSeen { get; init; }

    /// <summary>The time spent in training, in seconds.</summary>
    public required double Seconds { get; init; }

    /// <summary>The name of the data.</summary>
    public required string Data { get; init; }

    /// <summary>A hash of the data's content.</summary>
    public required string DataFingerprint { get; init; }

    /// <summary>The settings that decide what is learned, by name; checkpoints of earlier versions have them as one text.</summary>
    public required JsonNode Options { get; init; }

    /// <summary>What the networks were built from; null when the trainer had no recipe.</summary>
    public GanRecipe? Recipe { get; init; }

    /// <summary>Notes of the program that trained, by name, or null.</summary>
    public IReadOnlyDictionary<string, string>? Notes { get; init; }

    /// <summary>The classes' names, in the order of their numbers from 0; null when there are no classes or no names.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>How far growing networks have grown, or null.</summary>
    public GrowthStage? Growth { get; init; }

    /// <summary>The measurement that this checkpoint was kept for, or null.</summary>
    public double? Metric { get; init; }

    /// <summary>Whether a folder is a checkpoint or holds one.</summary>
    /// <param name="folder">A checkpoint, or a folder of them; it need not exist.</param>
    public static bool IsIn(string folder) => Is(folder) || !CheckpointFolder.IsEmpty(folder);

    /// <summary>The newest checkpoint in a folder.</summary>
    /// <param name="folder">A folder of checkpoints, or one of them.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    public static string NewestIn(string folder) => CheckpointFolder.Newest(folder);

    /// <summary>Whether a folder is itself a checkpoint.</summary>
    /// <param name="folder">A folder; it need not exist.</param>
    public static bool Is(string folder) => File.Exists(Path.Combine(folder, CheckpointFiles.Manifest));

    /// <summary>Reads the manifest of a checkpoint.</summary>
    /// <param name="folder">A checkpoint, or a folder of them: then the newest.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    /// <exception cref="InvalidDataException">The manifest is damaged, or another version of the library wrote it.</exception>
    public static CheckpointManifest Read(string folder)
    {
        var path = Path.Combine(CheckpointFolder.Newest(folder), CheckpointFiles.Manifest);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var schema = document.RootElement.GetProperty("schemaVersion").GetInt32();
            if (schema != CurrentSchema) throw new InvalidDataException($"{path}: schema {schema}, expected {CurrentSchema}: another version of the library wrote this checkpoint. Resume it with that version.");
            return document.RootElement.Deserialize<CheckpointManifest>(Json)!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"{path}: not the manifest of a checkpoint ({e.Message}). Take another checkpoint.", e);
        }
    }

    /// <summary>The recipe, or an error that says how to get one.</summary>
    /// <param name="checkpoint">The checkpoint, for the message.</param>
    /// <exception cref="InvalidDataException">The checkpoint was saved without a recipe.</exception>
    public GanRecipe RecipeOf(string checkpoint) => Recipe ?? throw new InvalidDataException(
        $"{checkpoint}: saved without the recipe of its networks, so they cannot be built from it. Set Recipe on the trainer that saves, or train with gan train; in a notebook, build the networks and call Resume.");

    internal void Write(string folder) => File.WriteAllBytes(Path.Combine(folder, CheckpointFiles.Manifest), JsonSerializer.SerializeToUtf8Bytes(this, Json));
}

/// <summary>A network's type and the shapes of its weights: both must match before a checkpoint can be loaded.</summary>
/// <param name="Type">Its type, such as <c>DcganGenerator</c>.</param>
/// <param name="Weights">The shapes of its weights and buffers, by name.</param>
public sealed record Architecture(string Type, IReadOnlyDictionary<string, long[]> Weights)
{
    /// <summary>The architecture of a network.</summary>
    /// <param name="network">Any network.</param>
    public static Architecture Of(torch.nn.Module network) => new(network.GetType().Name, network.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.shape));

    /// <summary>Whether the weights of one network fit into the other: the same type, names and shapes.</summary>
    /// <param name="other">Another architecture.</param>
    public bool Fits(Architecture other) => Type == other.Type && Weights.Count == other.Weights.Count
        && Weights.All(entry => other.Weights.TryGetValue(entry.Key, out var shape) && shape.SequenceEqual(entry.Value));
}
