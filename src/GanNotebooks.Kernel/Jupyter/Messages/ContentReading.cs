using System.Text.Json;

namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>Reads members of front ends' messages; a member of the wrong kind throws an error that names it.</summary>
internal static class ContentReading
{
    /// <summary>The member, or null when it is absent.</summary>
    public static string? Text(this JsonElement content, string name) =>
        Member(content, name) is not { } value ? null : TextOf(value) ?? throw Wrong(name, "a text", value);

    /// <summary>The member, which must be there.</summary>
    public static string RequiredText(this JsonElement content, string name) =>
        Text(content, name) ?? throw new MessageException($"\"{name}\" is missing");

    /// <summary>The member, or a default value when it is absent.</summary>
    public static bool Flag(this JsonElement content, string name, bool absent) => Member(content, name) switch
    {
        null => absent,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } other => throw Wrong(name, "true or false", other),
    };

    /// <summary>The member, or null when it is absent.</summary>
    public static int? Number(this JsonElement content, string name) => Member(content, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        { } other => throw Wrong(name, "a whole number", other),
    };

    /// <summary>The names and texts of a member that is an object; none when it is absent.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Texts(this JsonElement content, string name)
    {
        if (Member(content, name) is not { } value)
        {
            return [];
        }
        return value.ValueKind == JsonValueKind.Object
            ? value.EnumerateObject().Select(member => new KeyValuePair<string, string>(
                member.Name, TextOf(member.Value) ?? throw Wrong($"{name}.{member.Name}", "a text", member.Value)))
            : throw Wrong(name, "an object", value);
    }

    private static JsonElement? Member(JsonElement content, string name) =>
        content.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)   // half of a surrogate pair
        {
            return null;
        }
    }

    private static MessageException Wrong(string name, string expected, JsonElement found) =>
        new($"\"{name}\" must be {expected}; {found.ValueKind} was found");
}
