using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>The folder in which a notebook runs, and its observer.</summary>
/// <param name="WorkingDirectory">The notebook's folder.</param>
/// <param name="Observer">Called with cells and outputs as they come; may be null.</param>
public sealed record NotebookRunOptions(string WorkingDirectory, INotebookRunObserver? Observer = null)
{
    /// <summary>Opens the session in the working directory; null for a session in this process.</summary>
    public Func<string, ICellSession>? Open { get; init; }
}
