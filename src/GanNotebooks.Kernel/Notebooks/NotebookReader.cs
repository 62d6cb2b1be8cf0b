using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Reads notebooks, and says what is wrong with files that are not notebooks.</summary>
internal static class NotebookReader
{
    public static Notebook Read(string json, string name)
    {
        if (Parse(json, name) is not JsonObject root)
        {
            throw new NotebookFormatException($"{name}: a notebook is a JSON object; this file holds something else. Check that it is the right file.");
        }
        if (root["nbformat"] is not JsonValue format || format.GetValueKind() != JsonValueKind.Number || !format.TryGetValue<double>(out var major))
        {
            throw new NotebookFormatException($"{name}: the number \"nbformat\" is missing, so this is not a notebook. Check that it is the right file.");
        }
        if (major != 4)
        {
            throw new NotebookFormatException(string.Create(CultureInfo.InvariantCulture,
                $"{name}: nbformat 4 expected, {major} found. Open and save the notebook in a current Jupyter or VS Code."));
        }
        if (root["cells"] is not JsonArray cells)
        {
            throw new NotebookFormatException($"{name}: the list \"cells\" is missing, so the notebook has no content. Restore the file.");
        }
        var notebook = new Notebook { Metadata = CopyOf(root["metadata"]) };
        var ids = new HashSet<string>();
        for (var at = 0; at < cells.Count; at++)
        {
            notebook.Cells.Add(ReadCell(cells[at] as JsonObject, at, name, ids));
        }
        return notebook;
    }

    private static JsonNode? Parse(string json, string name)
    {
        try
        {
            return JsonText.Parse(json);
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(string.Create(CultureInfo.InvariantCulture,
                $"{name}, line {e.LineNumber + 1}: this is not JSON: {e.Message} Restore the file, or repair it in a text editor."), e);
        }
    }

    private static NotebookCell ReadCell(JsonObject? json, int at, string name, HashSet<string> ids)
    {
        CellKind? kind = JupyterJson.Text(json?["cell_type"]) switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            _ => null,
        };
        if (json is null || kind is null || JupyterJson.Text(json["source"]) is not { } source)
        {
            throw new NotebookFormatException(string.Create(CultureInfo.InvariantCulture,
                $"{name}: cell {at + 1} needs a \"cell_type\" (code, markdown or raw) and a \"source\" (text). Repair it in a text editor."));
        }
        var id = JupyterJson.Text(json["id"]);
        if (id is null || !ids.Add(id))
        {
            id = NewId(source, at, ids);
        }
        var cell = new NotebookCell(kind.Value, id, source)
        {
            Metadata = CopyOf(json["metadata"]),
            Attachments = json["attachments"] is JsonObject attachments ? CopyOf(attachments) : null,
            ExecutionCount = json["execution_count"] is JsonValue count && count.TryGetValue<int>(out var number) ? number : null,
        };
        foreach (var output in (json["outputs"] as JsonArray ?? []).OfType<JsonObject>())
        {
            cell.Outputs.Add(CellOutput.FromJson(output));
        }
        return cell;
    }

    // The same file gets the same ids every time it is read.
    private static string NewId(string source, int at, HashSet<string> ids)
    {
        for (var attempt = 0; ; attempt++)
        {
            var seed = string.Create(CultureInfo.InvariantCulture, $"{at}/{attempt}/{source}");
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)).AsSpan(0, 4));
            if (ids.Add(id))
            {
                return id;
            }
        }
    }

    private static JsonObject CopyOf(JsonNode? node) => (JsonObject?)(node as JsonObject)?.DeepClone() ?? [];
}
