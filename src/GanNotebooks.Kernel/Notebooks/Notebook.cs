using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>A Jupyter notebook, nbformat 4.5.</summary>
public sealed class Notebook
{
    /// <summary>Cells in order.</summary>
    public IList<NotebookCell> Cells { get; } = [];

    /// <summary>Jupyter's metadata, including everything that this program does not know.</summary>
    public JsonObject Metadata { get; init; } = [];

    /// <summary>Code cells in order.</summary>
    public IEnumerable<NotebookCell> CodeCells => Cells.Where(cell => cell.Kind == CellKind.Code);

    /// <summary>Reads a notebook file.</summary>
    /// <param name="path">An .ipynb file.</param>
    /// <exception cref="NotebookFormatException">It is not JSON, or not a notebook of format 4.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Notebook Load(string path) => Parse(File.ReadAllText(path), Path.GetFileName(path));

    /// <summary>Reads a notebook from its JSON.</summary>
    /// <param name="json">The content of an .ipynb file.</param>
    /// <param name="name">The notebook's name in errors.</param>
    /// <exception cref="NotebookFormatException">It is not JSON, or not a notebook of format 4.</exception>
    public static Notebook Parse(string json, string name) => NotebookReader.Read(json, name);

    /// <summary>The notebook as Jupyter writes it.</summary>
    public string ToJson() => JupyterJson.Write(new JsonObject
    {
        ["cells"] = new JsonArray([.. Cells.Select(cell => (JsonNode)cell.ToJson())]),
        ["metadata"] = Metadata.DeepClone(),
        ["nbformat"] = 4,
        ["nbformat_minor"] = 5,
    });

    /// <summary>Writes the notebook completely or not at all: into a temporary file beside it, which then takes its place.</summary>
    /// <param name="path">An .ipynb file; one that exists is replaced.</param>
    /// <exception cref="IOException">It cannot be written; the file is as it was.</exception>
    public void Save(string path) => AtomicFile.Write(path, ToJson());

    /// <summary>Removes the outputs and execution counts of every code cell.</summary>
    public void ClearOutputs()
    {
        foreach (var cell in CodeCells)
        {
            cell.Outputs.Clear();
            cell.ExecutionCount = null;
        }
    }

    /// <summary>The first heading, without its marks; null when there is none.</summary>
    public string? Title => Cells.Where(cell => cell.Kind == CellKind.Markdown)
        .SelectMany(cell => cell.Source.Split('\n'))
        .Where(line => line.StartsWith("# ", StringComparison.Ordinal))
        .Select(line => line[2..].Trim())
        .FirstOrDefault();
}
