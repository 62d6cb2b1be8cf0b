namespace GanNotebooks.Kernel.Notebooks;

/// <summary>Hears how a run goes. Outputs come from any thread; an observer's own exceptions end the cell that caused them.</summary>
public interface INotebookRunObserver
{
    /// <summary>A code cell starts.</summary>
    /// <param name="number">Its number among the cells to run, from 1.</param>
    /// <param name="count">How many there are to run.</param>
    /// <param name="firstLine">The first line of its source that is not blank.</param>
    void CellStarted(int number, int count, string firstLine);

    /// <summary>The running cell put something out.</summary>
    /// <param name="output">The new text of a stream, a displayed object, the cell's value, or its error.</param>
    /// <param name="isUpdate">Whether it replaces what was displayed before.</param>
    void OutputArrived(CellOutput output, bool isUpdate);
}
