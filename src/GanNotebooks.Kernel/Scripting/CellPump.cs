using System.Collections.Concurrent;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>A single-threaded synchronization context: code after an await continues on the cell's own thread, where it can be stopped.</summary>
internal sealed class CellPump : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> queue = [];

    public override void Post(SendOrPostCallback d, object? state)
    {
        try
        {
            queue.Add((d, state));
        }
        catch (InvalidOperationException)
        {
            ThreadPool.QueueUserWorkItem(_ => d(state));   // the cell has ended, but its remaining work may still run
        }
    }

    /// <summary>Runs posted work on this thread until the task has ended.</summary>
    /// <param name="task">The cell.</param>
    /// <param name="end">Ends the wait at once.</param>
    public void RunUntilDone(Task task, CancellationToken end)
    {
        task.ContinueWith(_ => queue.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (queue.TryTake(out var work, Timeout.Infinite, end))
        {
            work.Callback(work.State);
        }
    }
}
