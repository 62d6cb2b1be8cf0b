using System.Runtime.InteropServices;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Prevents programs that cells start from inheriting a handle: they would keep a session's pipes open after its end.</summary>
internal static partial class Inheritance
{
    private const uint HandleFlagInherit = 1;

    private static nint CloseOnExec => OperatingSystem.IsMacOS() ? 0x20006601 : 0x5451;   // FIOCLEX

    public static void Forbid(SafeHandle handle) =>
        _ = OperatingSystem.IsWindows() ? SetHandleInformation(handle, HandleFlagInherit, 0) : Control(handle, CloseOnExec);

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(SafeHandle descriptor, nint request);

    [LibraryImport("kernel32")]
    private static partial int SetHandleInformation(SafeHandle handle, uint mask, uint flags);
}
