using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>The language of a code cell, from a notebook's metadata.</summary>
internal static class CellLanguage
{
    private static readonly string[][] OfCell = [["polyglot_notebook", "kernelName"], ["dotnet_interactive", "language"], ["vscode", "languageId"]];

    private static readonly string[][] OfNotebook =
        [["polyglot_notebook", "kernelInfo", "defaultKernelName"], ["dotnet_interactive", "language"], ["kernelspec", "language"], ["language_info", "name"], ["kernelspec", "name"]];

    /// <summary>The name of a cell's language when it is not C#; null when it is C#, or not given.</summary>
    public static string? OtherThanCSharp(Notebook notebook, NotebookCell cell) =>
        (Find(cell.Metadata, OfCell) ?? Find(notebook.Metadata, OfNotebook)) is { } language && !OtherLanguages.IsCSharp(language) ? OtherLanguages.NameOf(language) : null;

    private static string? Find(JsonObject metadata, string[][] places) => places
        .Select(place => place.Aggregate((JsonNode?)metadata, (node, key) => (node as JsonObject)?[key]))
        .Select(node => JupyterJson.Text(node))
        .OfType<string>()
        .Select(language => language.StartsWith("dotnet-interactive.", StringComparison.Ordinal) ? language["dotnet-interactive.".Length..] : language)
        .FirstOrDefault(language => language.Length > 0 && language is not ("polyglot-notebook" or "dotnet-interactive"));   // those say nothing: any language of .NET Interactive
}
