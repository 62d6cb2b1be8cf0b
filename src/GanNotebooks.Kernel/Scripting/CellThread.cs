using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Runs a cell on its own thread, which can be stopped.</summary>
/// <remarks>
/// A loop or function of the cell ends at its next check, an await at once, and a wait is interrupted.
/// A stop does not reach a library's code; the cell ends when that code returns.
/// </remarks>
internal static class CellThread
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan WakeAfter = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan WakeAgain = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan ExplainAfter = TimeSpan.FromSeconds(3);

    /// <summary>Runs a cell to its end, or until it is stopped.</summary>
    /// <param name="cell">Starts the cell; called on the cell's thread.</param>
    /// <param name="context">The cell's context; a cell that has read its token gets three seconds to end by itself.</param>
    /// <param name="stop">Asks the cell to stop.</param>
    /// <returns>The cell's outcome.</returns>
    /// <exception cref="OperationCanceledException">The cell was stopped.</exception>
    public static Task<T> RunAsync<T>(Func<Task<T>> cell, KernelInvocationContext context, CancellationToken stop)
    {
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Abandoned = exception => outcome.TrySetException(exception);
        var thread = new Thread(() => Run(cell, context, outcome, stop), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();
        return outcome.Task;
    }

    private static void Run<T>(Func<Task<T>> cell, KernelInvocationContext context, TaskCompletionSource<T> outcome, CancellationToken stop)
    {
        var thread = Thread.CurrentThread;
        using var end = new CancellationTokenSource();
        var waker = new Timer(_ => thread.Interrupt());   // each time the cell waits again
        var explainer = new Timer(_ => context.Sink.Stream(Display.StreamName.Error,
            "The cell runs code of a library, which cannot be stopped from outside. It stops when that code comes back; restart the kernel to end it now.\n"));
        var pump = new CellPump();
        SynchronizationContext.SetSynchronizationContext(pump);
        context.Enter();
        CellStop.BeginStack();
        Action complete;
        try
        {
            using var asked = stop.Register(() =>
            {
                if (context.IsCooperative)
                {
                    end.CancelAfter(Grace);
                }
                else
                {
                    end.Cancel();
                }
            });
            using var ended = end.Token.Register(() =>
            {
                context.Stop();
                waker.Change(WakeAfter, WakeAgain);
                explainer.Change(ExplainAfter, Timeout.InfiniteTimeSpan);
            });
            var task = cell();
            pump.RunUntilDone(task, end.Token);
            var value = task.GetAwaiter().GetResult();
            complete = () => outcome.TrySetResult(value);
        }
        catch (Exception e) when (e is OperationCanceledException or ThreadInterruptedException && end.IsCancellationRequested)
        {
            complete = () => outcome.TrySetCanceled(CancellationToken.None);
        }
        catch (Exception e)   // the cell's own exception
        {
            complete = () => outcome.TrySetException(e);
        }
        StopWaking(waker, explainer);
        context.Leave();
        complete();
    }

    // After this, no pending interruption can hit the thread's last steps.
    private static void StopWaking(Timer waker, Timer explainer)
    {
        while (true)
        {
            try
            {
                explainer.Dispose();
                waker.DisposeAsync().AsTask().Wait();
                Thread.Sleep(0);
                return;
            }
            catch (ThreadInterruptedException)
            {
                // A pending interruption arrived; try again.
            }
        }
    }
}
