using System.Runtime.InteropServices;

namespace GanNotebooks.Runtime;

/// <summary>Asks the garbage collector to free tensors that nobody uses any more. It sees some hundred bytes of a tensor, whatever its size, and would let gigabytes gather in a loop without dispose scopes.</summary>
public static partial class NativeMemory
{
    private const long LeastBudget = 128L << 20;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly Lock Starting = new();
    private static Thread? watch;

    /// <summary>Starts watching; calling it again changes nothing. While a loop fills memory with unused tensors, they are collected each time 128 MiB have come together, or half of what is in use where that is more.</summary>
    public static void Watch()
    {
        lock (Starting)
        {
            if (watch is not null) return;
            watch = new Thread(Collect) { IsBackground = true, Name = "native memory" };
            watch.Start();
        }
    }

    /// <summary>Bytes that native code of this process has allocated and not freed: exact with glibc, elsewhere the process's memory less the managed heap.</summary>
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
        for (var least = InUse; ; Thread.Sleep(Pause))
        {
            var before = InUse;
            least = Math.Min(least, before);
            if (before - least <= Math.Max(budget, least / 2)) continue;
            GC.Collect();
            GC.WaitForPendingFinalizers();
            var after = InUse;
            // What was not garbage is the working memory of a step: leave it alone the next time.
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
