using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GanNotebooks.Trainers;

public sealed partial record TrainingOptions
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new ByRuntimeType<IUpdateRule>(), new ByRuntimeType<IAdversarialLoss>(), new ByRuntimeType<ICriticPenalty>(), new ByRuntimeType<IGeneratorTerm>() },
    };

    /// <summary>The settings that decide what is learned: all but threads and device.</summary>
    internal JsonNode ToJson() => JsonSerializer.SerializeToNode(this, Json)!;

    /// <summary>The differences from a checkpoint's settings, one line each. None if an earlier version saved it, which stored them as text.</summary>
    internal IReadOnlyList<string> DifferencesFrom(JsonNode saved) => saved is JsonObject before ? [.. Differences("", before, ToJson().AsObject())] : [];

    private static IEnumerable<string> Differences(string path, JsonObject saved, JsonObject now)
    {
        foreach (var name in saved.Select(entry => entry.Key).Union(now.Select(entry => entry.Key)))
        {
            var (before, after) = (saved[name], now[name]);
            if (before is JsonObject a && after is JsonObject b)
            {
                foreach (var difference in Differences($"{path}{name}.", a, b)) yield return difference;
            }
            else if (!JsonNode.DeepEquals(before, after))
            {
                yield return $"{path}{name} was {Text(before)} and is {Text(after)}";
            }
        }
    }

    private static string Text(JsonNode? value) => value is null ? "not set" : value is JsonObject parts && parts["type"] is { } type ? type.ToString() : value.ToString();

    /// <summary>Writes a rule, a loss or a penalty with its type's name and settings. A learner's own type that JSON cannot hold is written as its text.</summary>
    private sealed class ByRuntimeType<T> : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException($"A {typeof(T).Name} is compared, not read.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
        {
            var settings = new JsonObject { ["type"] = value.GetType().Name };
            try
            {
                foreach (var (name, setting) in JsonSerializer.SerializeToNode(value, value.GetType(), options)!.AsObject()) settings[name] = setting?.DeepClone();
            }
            catch (Exception e) when (e is NotSupportedException or JsonException or InvalidOperationException)
            {
                settings["settings"] = value.ToString();
            }
            settings.WriteTo(writer);
        }
    }
}
