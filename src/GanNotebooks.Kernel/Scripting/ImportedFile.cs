using System.Globalization;
using GanNotebooks.Kernel.Notebooks;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Reads the files of #!import.</summary>
internal static class ImportedFile
{
    /// <summary>The code of a file, each piece with its file name in errors.</summary>
    /// <param name="path">A full path.</param>
    /// <exception cref="IOException">It is missing, cannot be read, or is of a kind that cannot be imported.</exception>
    /// <exception cref="NotebookFormatException">It is not a notebook.</exception>
    public static IEnumerable<(string Code, string Path)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"no such file. It was looked for at {path}; paths are relative to the file that names them.");
        }
        return Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".IPYNB" => Notebook.Load(path).CodeCells
                .Select((cell, at) => (cell.Source, string.Create(CultureInfo.InvariantCulture, $"{path}, cell {at + 1}"))),
            ".CS" or ".CSX" => [(File.ReadAllText(path), path)],
            var other => throw new IOException($"files of the kind {other} cannot be imported: expected .ipynb, .cs or .csx."),
        };
    }
}
