using System.ComponentModel;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Ends code that is to stop: cells are compiled with a call of <see cref="Check"/> in each loop and function.</summary>
/// <remarks>.NET can abort a thread from outside only on Windows: elsewhere the process dies when the abort strikes precompiled code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellStop
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);
    private static int stopping;

    /// <summary>Throws when the cell that this code belongs to has been stopped.</summary>
    /// <exception cref="OperationCanceledException">It has.</exception>
    public static void Check()
    {
        if (Volatile.Read(ref stopping) > 0)   // one read an iteration; which cell is meant is looked up only then
        {
            KernelInvocationContext.Current?.ThrowIfStopped();
        }
    }

    /// <summary>Makes checks look closer from now on.</summary>
    internal static void Begin() => Interlocked.Increment(ref stopping);

    /// <summary>Ends that, a little later: what the cell started in the background is to stop too.</summary>
    internal static void End() => Task.Delay(Linger).ContinueWith(_ => Interlocked.Decrement(ref stopping), TaskScheduler.Default);
}
