using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>Watches the process that started this one.</summary>
/// <remarks>
/// The parent at the start counts: a front end's process id in the environment may be inherited from an outer kernel, and is missing on Windows.
/// A shell is used by a person or a script, and what they start in the background should outlive it.
/// </remarks>
public static partial class ParentProcess
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private static readonly string[] Shells =
        ["sh", "bash", "dash", "zsh", "fish", "ksh", "csh", "tcsh", "busybox", "pwsh", "powershell", "cmd", "nohup", "setsid", "tmux", "screen", "login", "sshd", "systemd", "init", "launchd"];

    /// <summary>Calls back when the process that started this one has ended, unless it was a shell. Call it early.</summary>
    /// <param name="ended">Called once, on its own thread.</param>
    public static void WhenEnded(Action ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        var parent = Id();
        if (parent > 1 && Find(parent) is { } process)
        {
            new Thread(() => Watch(parent, process, ended), 128 << 10) { IsBackground = true, Name = "parent" }.Start();
        }
    }

    private static Process? Find(int id)
    {
        try
        {
            var process = Process.GetProcessById(id);
            return Shells.Contains(process.ProcessName.TrimStart('-'), StringComparer.OrdinalIgnoreCase) || (OperatingSystem.IsWindows() && process.StartTime > Process.GetCurrentProcess().StartTime)
                ? null   // on Windows its id may have passed to another process
                : process;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static void Watch(int parent, Process process, Action ended)
    {
        if (OperatingSystem.IsWindows())
        {
            process.WaitForExit();
        }
        else
        {
            while (GetParent() == parent)   // afterwards process 1, or another one that adopts orphans, is the parent
            {
                Thread.Sleep(Interval);
            }
        }
        ended();
    }

    private static int Id()
    {
        if (!OperatingSystem.IsWindows())
        {
            return GetParent();
        }
        Span<nint> information = stackalloc nint[6];   // PROCESS_BASIC_INFORMATION; the parent is its last member
        return Query(-1, 0, information, information.Length * nint.Size, out _) == 0 ? (int)information[5] : 0;
    }

    [LibraryImport("libc", EntryPoint = "getppid")]
    private static partial int GetParent();

    [LibraryImport("ntdll", EntryPoint = "NtQueryInformationProcess")]
    private static partial int Query(nint process, int kind, Span<nint> information, int length, out int written);
}
