namespace GanNotebooks.Kernel.Scripting;

/// <summary>What a front end knows about a run of a cell.</summary>
public sealed record CellRun
{
    /// <summary>Where the cell's questions go; null: nobody is there to answer.</summary>
    public IInputSource? Input { get; init; }

    /// <summary>The cell's stable name. A re-run of the same cell lets go of what its last run declared; null: every run is a cell of its own.</summary>
    public string? CellId { get; init; }
}
