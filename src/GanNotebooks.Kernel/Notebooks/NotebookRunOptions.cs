using GanNotebooks.Kernel.Sessions;

namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Where a notebook runs and who watches.</summary>
/// <param name="WorkingDirectory">The folder that the notebook lies in.</param>
/// <param name="Observer">Hears of cells and outputs as they come; null: nobody.</param>
public sealed record NotebookRunOptions(string WorkingDirectory, INotebookRunObserver? Observer = null)
{
    /// <summary>Opens the session in the working directory; null: one in this process.</summary>
    public Func<string, ICellSession>? Open { get; init; }
}
