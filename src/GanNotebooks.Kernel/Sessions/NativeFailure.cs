using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.DotNet.Interactive;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>A C++ exception that a native library does not catch. Normally it ends the process; here it ends only the cell, and the variables stay.</summary>
/// <remarks>
/// C++ calls the terminate handler on the thread that threw, before anything is unwound. The handler must not return, so the thread stays in it forever and
/// the cell is reported as failed. Locks that the native code holds are not released, but libtorch checks its arguments before it takes any.
/// Needs GCC's C++ library. Elsewhere, and on threads that belong to no cell, the process ends and <see cref="WatchedSession"/> does the rest.
/// </remarks>
internal sealed unsafe class NativeFailure : ExternalException
{
    private static delegate* unmanaged<nint*, nint*> currentException;
    private static delegate* unmanaged<nint> currentType;
    private static delegate* unmanaged<void> before;
    private static nint standardException;

    private NativeFailure(string message)
        : base(message) => Frames = new StackTrace(fNeedFileInfo: true);

    /// <summary>The stack at the exception.</summary>
    public StackTrace Frames { get; }

    /// <summary>Makes the process survive such exceptions in cells from now on, where the system allows it.</summary>
    public static void Watch()
    {
        if (OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libstdc++.so.6", out var library)
            && NativeLibrary.TryGetExport(library, "_ZSt13set_terminatePFvvE", out var set)
            && NativeLibrary.TryGetExport(library, "_ZSt17current_exceptionv", out var exception)
            && NativeLibrary.TryGetExport(library, "__cxa_current_exception_type", out var type)
            && NativeLibrary.TryGetExport(library, "_ZTISt9exception", out standardException))
        {
            currentException = (delegate* unmanaged<nint*, nint*>)exception;
            currentType = (delegate* unmanaged<nint>)type;
            before = ((delegate* unmanaged<delegate* unmanaged<void>, delegate* unmanaged<void>>)set)(&Terminate);
        }
    }

    [UnmanagedCallersOnly]
    private static void Terminate()
    {
        if (KernelInvocationContext.OfThisWork is { } cell && CurrentMessage() is { } message)
        {
            cell.Abandon(new NativeFailure(message));
            while (true)
            {
                try
                {
                    Thread.Sleep(Timeout.Infinite);
                }
                catch (ThreadInterruptedException)
                {
                    // This thread must stay here, whatever interrupts it.
                }
            }
        }
        before();
    }

    /// <summary>The exception's message; null when it is not a std::exception.</summary>
    private static string? CurrentMessage()
    {
        nint thrown = 0;
        currentException(&thrown);   // an exception_ptr, which is one pointer and holds one reference
        var type = currentType();
        if (thrown == 0 || type == 0)
        {
            return null;
        }
        // As catch (const std::exception&) does, with the fifth of std::type_info's virtual functions.
        var catches = (delegate* unmanaged<nint, nint, nint*, uint, byte>)(*(nint**)standardException)[4];
        if (catches(standardException, type, &thrown, 1) == 0)
        {
            return null;
        }
        var what = (delegate* unmanaged<nint, byte*>)(*(nint**)thrown)[2];
        var text = Marshal.PtrToStringUTF8((nint)what(thrown)) ?? string.Empty;
        var end = text.IndexOf("\nException raised from", StringComparison.Ordinal);   // libtorch appends its own stack
        return end < 0 ? text : text[..end];
    }
}
