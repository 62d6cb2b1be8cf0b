namespace GanNotebooks.Kernel.Scripting;

/// <summary>A front end's information about a run of a cell.</summary>
public sealed record CellRun
{
    /// <summary>Answers the cell's questions; null when there is no user.</summary>
    public IInputSource? Input { get; init; }

    /// <summary>The cell's stable name. Running the same cell again releases what its last run declared; null: every run counts as a new cell.</summary>
    public string? CellId { get; init; }
}
