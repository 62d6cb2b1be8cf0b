using GanNotebooks.Kernel.Scripting;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>How a run ended.</summary>
public enum NotebookRunStatus
{
    /// <summary>Every cell ran.</summary>
    Completed,

    /// <summary>A cell failed, and those after it were not run.</summary>
    Failed,

    /// <summary>The run was stopped.</summary>
    Interrupted,
}

/// <summary>The outcome of a run.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="ExecutedCells">How many code cells ran, including a failed or stopped one.</param>
/// <param name="TotalCells">How many there were to run.</param>
/// <param name="StoppedAtCell">The execution count of the cell that failed or was stopped; null when none was.</param>
/// <param name="Error">Why it failed or stopped; null when it did not.</param>
/// <param name="Elapsed">Wall time of the whole run.</param>
public sealed record NotebookRunResult(
    NotebookRunStatus Status, int ExecutedCells, int TotalCells, int? StoppedAtCell, CellError? Error, TimeSpan Elapsed);
