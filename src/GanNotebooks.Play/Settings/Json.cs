using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanNotebooks.Play;

/// <summary>The JSON that the page receives.</summary>
internal static class Json
{
    /// <summary>Options with names as in JavaScript.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
