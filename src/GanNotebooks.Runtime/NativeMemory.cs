using System.Runtime.InteropServices;

namespace GanNotebooks.Runtime;

/// <summary>Makes the garbage collector free tensors that nobody uses any more. The collector counts about a hundred bytes per tensor, whatever its size, and would let gigabytes accumulate in a loop without dispose scopes.</summary>
public static partial class NativeMemory
{
    private const long LeastBudget = 128L << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly Lock Starting = new();
    private static Thread? watch;
    private static long looks;

    /// <summary>Starts watching; calling it again changes nothing. While a loop fills memory with unused tensors, they are collected each time 128 MiB have accumulated, or half of the memory in use if that is more.</summary>
    public static void Watch()
    {
        lock (Starting)
        {
            if (watch is not null) return;
            watch = new Thread(Collect) { IsBackground = true, Name = "native memory" };
            watch.Start();
        }
    }

    /// <summary>The processor time of this process between two checks of its memory: a check takes a millisecond or more, and a process that computes nothing allocates nothing.</summary>
    internal static TimeSpan WorkPerLook { get; } = TimeSpan.FromMilliseconds(10);

    /// <summary>How often memory has been checked.</summary>
    internal static long Looks => Interlocked.Read(ref looks);

    /// <summary>Bytes that native code of this process has allocated and not freed: exact with glibc, elsewhere the process's memory minus the managed heap.</summary>
    public static long InUse
    {
        get
        {
            if (OperatingSystem.IsLinux())
            {
                try
                {
                    var info = MallocInfo();
                    return (long)(info.InUse + info.Mapped);
                }
                catch (EntryPointNotFoundException)
                {
                    // glibc before 2.33, or another C library.
                }
            }
            return Environment.WorkingSet - GC.GetTotalMemory(forceFullCollection: false);
        }
    }

    private static void Collect()
    {
        var budget = LeastBudget;
        var worked = Environment.CpuUsage.TotalTime;
        for (var least = InUse; ; Thread.Sleep(Pause))
        {
            if (Environment.CpuUsage.TotalTime - worked < WorkPerLook) continue;
            Interlocked.Increment(ref looks);
            var before = InUse;
            worked = Environment.CpuUsage.TotalTime;        // without the time of the check
            least = Math.Min(least, before);
            if (before - least <= Math.Max(budget, least / 2)) continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var after = InUse;
            // Memory that was not garbage is a step's working memory: do not collect for it the next time.
            budget = before - after < (before - least) / 2 ? 2 * budget : LeastBudget;
            least = after;
        }
    }

    [LibraryImport("libc", EntryPoint = "mallinfo2")]
    private static partial Malloc MallocInfo();

    /// <summary>glibc's <c>struct mallinfo2</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Malloc
    {
        public readonly nuint Arena, FreeChunks, FastChunks, MappedRegions, Mapped, MostUsed, FastBytes, InUse, Free, Releasable;
    }
}
