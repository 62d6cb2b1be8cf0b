using System.Runtime;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Runs a cell on a thread of its own that can be stopped, whatever the cell does.</summary>
internal static class CellThread
{
    private const int StackSize = 16 * 1024 * 1024;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ThenWake = TimeSpan.FromMilliseconds(20);

    /// <summary>Runs a cell to its end, or until it is aborted.</summary>
    /// <param name="cell">Starts the cell; called on the cell's thread.</param>
    /// <param name="context">The cell seen from inside; one that has read its token gets three seconds to end by itself.</param>
    /// <param name="stop">Asks the cell to stop.</param>
    /// <returns>The cell's outcome.</returns>
    /// <exception cref="OperationCanceledException">The cell was aborted.</exception>
    public static Task<T> RunAsync<T>(Func<Task<T>> cell, KernelInvocationContext context, CancellationToken stop)
    {
        var outcome = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() => Run(cell, context, outcome, stop), StackSize) { IsBackground = true, Name = "cell" };
        thread.Start();
        return outcome.Task;
    }

    private static void Run<T>(Func<Task<T>> cell, KernelInvocationContext context, TaskCompletionSource<T> outcome, CancellationToken stop)
    {
        using var abort = new CancellationTokenSource();
        using var wake = new CancellationTokenSource();
        var pump = new CellPump();
        SynchronizationContext.SetSynchronizationContext(pump);
        context.Enter();
        try
        {
            // An abort does not reach a thread that sleeps or waits; an interruption does, and then the abort strikes.
            var thread = Thread.CurrentThread;
            using var woken = wake.Token.Register(thread.Interrupt);
            // Cancelling waits for the aborted thread, so it must not run in the thread that asked for the stop.
            using var asked = stop.Register(() =>
            {
                var grace = context.IsCooperative ? Grace : AtOnce;
                abort.CancelAfter(grace);
                wake.CancelAfter(grace + ThenWake);
            });
            Task<T>? task = null;
#pragma warning disable SYSLIB0046 // Aborting a thread is what an interrupt is: user code in a tight loop can be stopped in no other way.
            ControlledExecution.Run(() => pump.RunUntilDone(task = cell(), abort.Token), abort.Token);
#pragma warning restore SYSLIB0046
            outcome.SetResult(task!.GetAwaiter().GetResult());
        }
        catch (Exception e) when (e is OperationCanceledException or ThreadInterruptedException && abort.IsCancellationRequested)
        {
            outcome.TrySetCanceled(CancellationToken.None);
        }
        catch (Exception e)   // the cell's own, from an async void or a posted callback
        {
            outcome.TrySetException(e);
        }
        finally
        {
            context.Leave();
        }
    }
}
