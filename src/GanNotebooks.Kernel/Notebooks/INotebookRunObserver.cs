namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Follows a run. Outputs come from any thread; an observer's own exceptions end the cell that caused them.</summary>
public interface INotebookRunObserver
{
    /// <summary>Called when a code cell starts.</summary>
    /// <param name="number">Its number among the cells to run, from 1.</param>
    /// <param name="count">How many cells there are to run.</param>
    /// <param name="firstLine">The first line of its source that is not blank.</param>
    void CellStarted(int number, int count, string firstLine);

    /// <summary>Called with an output of the running cell.</summary>
    /// <param name="output">The new text of a stream, a displayed object, the cell's value, or its error.</param>
    /// <param name="isUpdate">Whether it replaces an earlier display.</param>
    void OutputArrived(CellOutput output, bool isUpdate);
}
