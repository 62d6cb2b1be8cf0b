using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Display;
using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Runs a notebook from its first cell to its last and puts the outputs into it.</summary>
public static class NotebookRunner
{
    /// <summary>A cell with this tag may fail: the run continues.</summary>
    public const string MayFailTag = "raises-exception";

    /// <summary>A cell with this tag is not run.</summary>
    public const string SkipTag = "skip-execution";

    /// <summary>Runs a notebook. The notebook is changed in memory only; the caller saves it.</summary>
    /// <param name="notebook">The notebook; the outputs of its code cells are replaced.</param>
    /// <param name="options">The working directory and the observer.</param>
    /// <param name="stop">Stops the running cell, and with it the run.</param>
    /// <returns>How the run ended; a cell's error is in it, not thrown.</returns>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    public static async Task<NotebookRunResult> RunAsync(Notebook notebook, NotebookRunOptions options, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        ArgumentNullException.ThrowIfNull(options);
        var watch = Stopwatch.StartNew();
        using var session = options.Open?.Invoke(options.WorkingDirectory) ?? new CSharpSession(options.WorkingDirectory);
        notebook.ClearOutputs();
        Mark(notebook, interrupted: false);
        var outputs = new OutputCollector(options.Observer);
        var cells = notebook.CodeCells.Where(cell => !cell.HasTag(SkipTag) && !string.IsNullOrWhiteSpace(cell.Source)).ToList();
        for (var at = 0; at < cells.Count; at++)
        {
            if (stop.IsCancellationRequested)
            {
                Mark(notebook, interrupted: true);
                return Ended(NotebookRunStatus.Interrupted, at, null);
            }
            var cell = cells[at];
            var number = at + 1;
            cell.ExecutionCount = number;
            options.Observer?.CellStarted(number, cells.Count, FirstLine(cell.Source));
            var result = CellLanguage.OtherThanCSharp(notebook, cell) is { } language && !cell.Source.TrimStart().StartsWith("#!", StringComparison.Ordinal)
                ? Refuse(number, language, outputs.Into(cell))
                : await session.RunAsync(cell.Source, number, outputs.Into(cell), stop).ConfigureAwait(false);
            if (result.WasInterrupted && result.Succeeded)   // it ended by itself, but early
            {
                outputs.Into(cell).Error(new CellError(CellError.Interrupted, "The cell was stopped and ended early.", ["Interrupted: the cell was stopped and ended early."]));
            }
            if (result.WasInterrupted)
            {
                Mark(notebook, interrupted: true);
                return Ended(NotebookRunStatus.Interrupted, number, result.Error, number);
            }
            if (!result.Succeeded && !cell.HasTag(MayFailTag))
            {
                return Ended(NotebookRunStatus.Failed, number, result.Error, number);
            }
        }
        return Ended(NotebookRunStatus.Completed, cells.Count, null);

        NotebookRunResult Ended(NotebookRunStatus status, int executed, CellError? error, int? cell = null) =>
            new(status, executed, cells.Count, cell, error, watch.Elapsed);
    }

    private static CellResult Refuse(int number, string language, IOutputSink sink)
    {
        var message = string.Create(CultureInfo.InvariantCulture, $"cell {number} is written in {language}, as the notebook says, and cells are run as C# here. Write it in C#, or give it the tag {SkipTag} to leave it out.");
        var error = new CellError(CellError.OtherLanguage, message, [message]);
        sink.Error(error);
        return new CellResult { Error = error };
    }

    private static void Mark(Notebook notebook, bool interrupted)
    {
        if (interrupted)
        {
            if (notebook.Metadata["gan"] is not JsonObject)
            {
                notebook.Metadata["gan"] = new JsonObject();
            }
            notebook.Metadata["gan"]!["interrupted"] = true;
        }
        else if (notebook.Metadata["gan"] is JsonObject marks)
        {
            marks.Remove("interrupted");
            if (marks.Count == 0)
            {
                notebook.Metadata.Remove("gan");
            }
        }
    }

    private static string FirstLine(string source) => source.Split('\n')
        .Select(line => line.Trim())
        .FirstOrDefault(line => line.Length > 0) ?? string.Empty;
}
