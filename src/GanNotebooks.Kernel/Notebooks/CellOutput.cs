using System.Text;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>One output below a code cell.</summary>
public abstract class CellOutput
{
    /// <summary>The output as nbformat 4 stores it.</summary>
    public abstract JsonObject ToJson();

    /// <summary>Reads an output.</summary>
    /// <param name="json">An element of a cell's `outputs`.</param>
    /// <returns>The output; one of an unknown type is kept as it is.</returns>
    internal static CellOutput FromJson(JsonObject json) => JupyterJson.Text(json["output_type"]) switch
    {
        "stream" => new StreamOutput(JupyterJson.Text(json["name"]) == "stderr" ? StreamName.Error : StreamName.Out, JupyterJson.Text(json["text"]) ?? string.Empty),
        "display_data" => new DisplayOutput(ReadBundle(json["data"])) { Metadata = CopyOf(json["metadata"]) },
        "execute_result" => new DisplayOutput(ReadBundle(json["data"])) { Metadata = CopyOf(json["metadata"]), ExecutionCount = json["execution_count"] is JsonValue count && count.TryGetValue<int>(out var number) ? number : null, IsResult = true },
        "error" => new ErrorOutput(new CellError(
            JupyterJson.Text(json["ename"]) ?? string.Empty,
            JupyterJson.Text(json["evalue"]) ?? string.Empty,
            [.. (json["traceback"] as JsonArray ?? []).Select(line => JupyterJson.Text(line) ?? string.Empty)])),
        _ => new UnknownOutput(CopyOf(json)),
    };

    private static JsonObject CopyOf(JsonNode? node) => (JsonObject?)(node as JsonObject)?.DeepClone() ?? [];

    private static MimeBundle ReadBundle(JsonNode? data)
    {
        var bundle = new MimeBundle();
        foreach (var (mimeType, content) in data as JsonObject ?? [])
        {
            if (!string.IsNullOrWhiteSpace(mimeType))
            {
                bundle.Add(mimeType, (MimeBundle.IsJson(mimeType) ? null : JupyterJson.Text(content)) ?? JupyterJson.Compact(content));
            }
        }
        return bundle;
    }
}

/// <summary>What a cell wrote to the console.</summary>
/// <param name="name">Standard output or standard error.</param>
/// <param name="text">The text, with its line ends.</param>
public sealed class StreamOutput(StreamName name, string text) : CellOutput
{
    private readonly StringBuilder written = new(text);   // a long log grows in small pieces

    /// <summary>Standard output or standard error.</summary>
    public StreamName Name => name;

    /// <summary>The text, with its line ends.</summary>
    public string Text => written.ToString();

    /// <inheritdoc/>
    public override JsonObject ToJson() => new()
    {
        ["output_type"] = "stream",
        ["name"] = name == StreamName.Out ? "stdout" : "stderr",
        ["text"] = JupyterJson.Lines(Text),
    };

    internal void Append(string more) => written.Append(more);
}

/// <summary>A displayed object, or the value of the cell.</summary>
/// <param name="data">Its MIME types.</param>
public sealed class DisplayOutput(MimeBundle data) : CellOutput
{
    /// <summary>Its MIME types; an update replaces them.</summary>
    public MimeBundle Data { get; internal set; } = data;

    /// <summary>Jupyter's metadata of the output.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Whether it is the value of the cell's trailing expression.</summary>
    public bool IsResult { get; init; }

    /// <summary>The cell's execution count, when it is the cell's value.</summary>
    public int? ExecutionCount { get; init; }

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var data = Data.ToJson();
        foreach (var (mimeType, content) in Data.Entries)
        {
            if (MimeBundle.IsJson(mimeType))
            {
                data[mimeType] = JupyterJson.TryParse(content, out var value) ? value : content;   // with numbers that messages cannot contain
            }
            else if (mimeType.StartsWith("text/", StringComparison.Ordinal) || mimeType is "image/svg+xml" or "application/javascript")
            {
                data[mimeType] = JupyterJson.Lines(content);
            }
        }
        var json = new JsonObject
        {
            ["output_type"] = IsResult ? "execute_result" : "display_data",
            ["data"] = data,
            ["metadata"] = Metadata.DeepClone(),
        };
        if (IsResult)
        {
            json["execution_count"] = ExecutionCount;
        }
        return json;
    }
}

/// <summary>The error that ended the cell.</summary>
/// <param name="error">What went wrong, and where.</param>
public sealed class ErrorOutput(CellError error) : CellOutput
{
    /// <summary>What went wrong, and where.</summary>
    public CellError Error => error;

    /// <inheritdoc/>
    public override JsonObject ToJson()
    {
        var json = error.ToJson();
        json["output_type"] = "error";
        return json;
    }
}

/// <summary>An output of a type that nbformat 4.5 does not have; kept as it was read.</summary>
/// <param name="json">The output.</param>
internal sealed class UnknownOutput(JsonObject json) : CellOutput
{
    public override JsonObject ToJson() => (JsonObject)json.DeepClone();
}
