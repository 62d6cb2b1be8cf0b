using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli;

/// <summary>What made a notebook's outputs, kept in its metadata: by this one sees whether they still belong to its cells.</summary>
/// <param name="Budget">The budget's name.</param>
/// <param name="Data">The images' name or folder; empty for what the lesson is written for.</param>
/// <param name="Seed">The seed of everything random.</param>
internal sealed record RunRecord(string Budget, string Data, int Seed)
{
    private const string Key = "gan_run";

    /// <summary>Writes it into a notebook whose cells have all run.</summary>
    /// <param name="notebook">The notebook.</param>
    public void Into(Notebook notebook) =>
        notebook.Metadata[Key] = new JsonObject { ["budget"] = Budget, ["data"] = Data, ["seed"] = Seed, ["cells"] = Digest(notebook) };

    /// <summary>Takes it away: the outputs are of no whole run.</summary>
    /// <param name="notebook">The notebook.</param>
    public static void Clear(Notebook notebook) => notebook.Metadata.Remove(Key);

    /// <summary>Reads it; null when the outputs are of no whole run, or of cells that were changed since.</summary>
    /// <param name="notebook">The notebook.</param>
    public static RunRecord? Of(Notebook notebook) => notebook.Metadata[Key] is JsonObject found && (string?)found["cells"] == Digest(notebook)
        ? new((string)found["budget"]!, (string)found["data"]!, (int)found["seed"]!)
        : null;

    private static string Digest(Notebook notebook) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(notebook.CodeCells.Select(cell => cell.Source))));
}
