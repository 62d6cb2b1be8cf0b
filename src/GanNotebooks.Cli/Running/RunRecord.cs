using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Cli;

/// <summary>The settings that made a notebook's outputs, stored in its metadata. They show whether the outputs still belong to its cells.</summary>
/// <param name="Budget">The budget's name.</param>
/// <param name="Data">The images' name or folder; empty for the lesson's own.</param>
/// <param name="Seed">The seed of everything random.</param>
internal sealed record RunRecord(string Budget, string Data, int Seed)
{
    private const string Key = "gan_run";

    /// <summary>Writes it into a notebook whose cells have all run.</summary>
    /// <param name="notebook">The notebook.</param>
    public void Into(Notebook notebook) =>
        notebook.Metadata[Key] = new JsonObject { ["budget"] = Budget, ["data"] = Data, ["seed"] = Seed, ["cells"] = Digest(notebook) };

    /// <summary>Removes it: the outputs do not come from one complete run.</summary>
    /// <param name="notebook">The notebook.</param>
    public static void Clear(Notebook notebook) => notebook.Metadata.Remove(Key);

    /// <summary>Reads it; null when the outputs do not come from one complete run, or cells were changed since.</summary>
    /// <param name="notebook">The notebook.</param>
    public static RunRecord? Of(Notebook notebook) => notebook.Metadata[Key] is JsonObject found && (string?)found["cells"] == Digest(notebook)
        ? new((string)found["budget"]!, (string)found["data"]!, (int)found["seed"]!)
        : null;

    private static string Digest(Notebook notebook) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(notebook.CodeCells.Select(cell => cell.Source))));
}
