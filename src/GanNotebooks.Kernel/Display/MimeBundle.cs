using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GanNotebooks.Kernel.Display;

/// <summary>The forms of one shown object: MIME type → content, in the order of preference.</summary>
/// <remarks>
/// Binary content (image/png) is base64 text. Content of JSON types (application/json, application/vnd.plotly.v1+json)
/// is JSON text, and is embedded as JSON in notebooks.
/// </remarks>
public sealed class MimeBundle
{
    /// <summary>The MIME type that every front end can show.</summary>
    public const string PlainText = "text/plain";

    private readonly List<KeyValuePair<string, string>> entries = [];

    /// <summary>An empty bundle; fill it with <see cref="Add"/>.</summary>
    [JsonConstructor]
    public MimeBundle()
    {
    }

    /// <summary>A bundle with a single entry.</summary>
    /// <param name="mimeType">For example text/html.</param>
    /// <param name="content">Text, base64 or JSON text, as the type requires.</param>
    public MimeBundle(string mimeType, string content) => Add(mimeType, content);

    /// <summary>The MIME types and their contents, best first.</summary>
    [JsonInclude]
    public IReadOnlyList<KeyValuePair<string, string>> Entries
    {
        get => entries;
        internal init => entries = [.. value];
    }

    /// <summary>The content of a MIME type, or null when the bundle does not have it.</summary>
    /// <param name="mimeType">For example image/png.</param>
    public string? this[string mimeType]
    {
        get
        {
            var at = IndexOf(mimeType);
            return at < 0 ? null : entries[at].Value;
        }
    }

    /// <summary>Adds a MIME type, or replaces its content in place.</summary>
    /// <param name="mimeType">For example image/png.</param>
    /// <param name="content">Text, base64 or JSON text, as the type requires.</param>
    public void Add(string mimeType, string content)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mimeType);
        ArgumentNullException.ThrowIfNull(content);
        var at = IndexOf(mimeType);
        if (at < 0)
        {
            entries.Add(new(mimeType, content));
        }
        else
        {
            entries[at] = new(mimeType, content);
        }
    }

    /// <summary>Whether the bundle holds this MIME type.</summary>
    /// <param name="mimeType">For example image/png.</param>
    public bool Contains(string mimeType) => IndexOf(mimeType) >= 0;

    /// <summary>Whether content of this type is JSON: application/json or a type that ends in +json.</summary>
    /// <param name="mimeType">For example application/vnd.plotly.v1+json.</param>
    public static bool IsJson(string mimeType) =>
        mimeType is "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    /// <summary>The bundle as the `data` object of Jupyter's messages: JSON types as JSON, everything else as strings.</summary>
    /// <returns>A new object; JSON content that does not parse stays a string.</returns>
    public JsonObject ToJson()
    {
        var data = new JsonObject();
        foreach (var (mimeType, content) in entries)
        {
            data[mimeType] = IsJson(mimeType) ? Parse(content) : JsonValue.Create(content);
        }
        return data;
    }

    private int IndexOf(string mimeType) => entries.FindIndex(entry => entry.Key == mimeType);

    private static JsonNode? Parse(string content)
    {
        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return JsonValue.Create(content);
        }
    }
}
