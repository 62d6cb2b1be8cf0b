using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>The kinds of cells.</summary>
public enum CellKind
{
    /// <summary>C# to run.</summary>
    Code,

    /// <summary>Text to read.</summary>
    Markdown,

    /// <summary>Text for other tools.</summary>
    Raw,
}

/// <summary>One cell of a notebook.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="id">1 to 64 letters, digits, - or _; unique in the notebook and stable.</param>
/// <param name="source">Its text.</param>
public sealed class NotebookCell(CellKind kind, string id, string source)
{
    /// <summary>Its kind.</summary>
    public CellKind Kind => kind;

    /// <summary>Unique in the notebook and stable.</summary>
    public string Id => id;

    /// <summary>Its text.</summary>
    public string Source { get; set; } = source;

    /// <summary>Jupyter's metadata, including everything that this program does not know.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>The outputs of a code cell.</summary>
    public IList<CellOutput> Outputs { get; } = [];

    /// <summary>The cell's number in the order of execution, from 1; null when it was not run.</summary>
    public int? ExecutionCount { get; set; }

    /// <summary>Files within a text cell: name → MIME type → base64; null when there are none.</summary>
    public JsonObject? Attachments { get; init; }

    /// <summary>Whether the metadata carry this tag.</summary>
    /// <param name="tag">For example raises-exception.</param>
    public bool HasTag(string tag) => Metadata["tags"] is JsonArray tags && tags.Any(at => JupyterJson.Text(at) == tag);

    internal JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["cell_type"] = kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" },
            ["id"] = id,
            ["metadata"] = Metadata.DeepClone(),
            ["source"] = JupyterJson.Lines(Source),
        };
        if (Attachments is not null)
        {
            json["attachments"] = Attachments.DeepClone();
        }
        if (kind == CellKind.Code)
        {
            json["execution_count"] = ExecutionCount;
            json["outputs"] = new JsonArray([.. Outputs.Select(output => (JsonNode)output.ToJson())]);
        }
        return json;
    }
}
