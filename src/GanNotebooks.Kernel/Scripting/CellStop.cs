using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>Stops the code of cells: they are compiled with a call of <see cref="Check"/> in each loop, and of <see cref="Enter"/> in each function.</summary>
/// <remarks>.NET can abort a thread from outside only on Windows: elsewhere the process dies when the abort hits precompiled code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellStop
{
    private static readonly TimeSpan Linger = TimeSpan.FromSeconds(2);
    private const int MostForAsync = 1 << 20;   // bytes
    private static int stopping;
    [ThreadStatic]
    private static nint stackStart;

    /// <summary>Throws when the cell that this code belongs to has been stopped.</summary>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    public static void Check()
    {
        if (Volatile.Read(ref stopping) > 0)   // one read per iteration; the cell is looked up only if one is stopping
        {
            KernelInvocationContext.Current?.ThrowIfStopped();
        }
    }

    /// <summary>Like <see cref="Check"/>, and throws when the stack is nearly full, since a stack overflow would end the process.</summary>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    /// <exception cref="InsufficientExecutionStackException">Calls are nested too deeply.</exception>
    public static void Enter()
    {
        Check();
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            ThrowTooDeep();
        }
    }

    /// <summary>Like <see cref="Enter"/>, for functions with await: each of them catches an exception and throws it again, which takes minutes when thousands wait for each other.</summary>
    /// <exception cref="OperationCanceledException">The cell has been stopped.</exception>
    /// <exception cref="InsufficientExecutionStackException">Calls are nested too deeply.</exception>
    public static unsafe void EnterAsync()
    {
        byte here;
        if (stackStart - (nint)(&here) > MostForAsync && stackStart != 0)
        {
            ThrowTooDeep();
        }
        Enter();
    }

    /// <summary>Records where the stack of a cell's thread begins.</summary>
    internal static unsafe void BeginStack()
    {
        byte here;
        stackStart = (nint)(&here);
    }

    [DoesNotReturn]
    private static void ThrowTooDeep() => throw new InsufficientExecutionStackException(
        "Calls are nested too deeply: a function calls itself, directly or through others, and does not come to an end. Check the condition that ends it.");

    /// <summary>Makes checks look up their cell from now on.</summary>
    internal static void Begin() => Interlocked.Increment(ref stopping);

    /// <summary>Ends that after a delay, so that the cell's background work stops too.</summary>
    internal static void End() => Task.Delay(Linger).ContinueWith(_ => Interlocked.Decrement(ref stopping), TaskScheduler.Default);
}
