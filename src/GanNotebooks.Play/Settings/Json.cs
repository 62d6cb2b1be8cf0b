using System.Text.Json;
using System.Text.Json.Serialization;

namespace GanNotebooks.Play;

/// <summary>How the page is told things.</summary>
internal static class Json
{
    /// <summary>JavaScript's names.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
