using System.Runtime;
using System.Runtime.InteropServices;

namespace GanNotebooks.Runtime;

/// <summary>Prepares this process for libtorch: how its threads wait, how memory is kept, when and how the garbage collector frees tensors, and which code computes convolutions.</summary>
public static partial class Libtorch
{
    // glibc's <malloc.h>.
    private const int TrimThreshold = -1, TopPad = -2, MmapThreshold = -3, ArenaMax = -8;
    private const int MiB = 1 << 20;

    private static int prepared;

    /// <summary>The platform that this program runs on, by its name in NuGet packages: <c>linux-x64</c>, <c>win-x64</c> or <c>osx-arm64</c>.</summary>
    public static string Platform { get; } =
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Makes the settings that libtorch needs before it is loaded; calling it again changes nothing. The library calls it when one of its types is first used; a program that uses TorchSharp earlier may call it at its start.</summary>
    /// <remarks>The variables <c>OMP_NUM_THREADS</c>, <c>OMP_WAIT_POLICY</c> and <c>GOMP_SPINCOUNT</c> are not changed if they are set.</remarks>
    public static void Prepare()
    {
        if (!PrepareProcess()) return;
        if (PackagedLibtorch.IsUsed) LoadFiles();
        Onednn.Correct();       // may compute, with the libtorch that is loaded
    }

    /// <summary>Makes the settings the first time.</summary>
    private static bool PrepareProcess()
    {
        if (Interlocked.Exchange(ref prepared, 1) != 0) return false;
        if (OperatingSystem.IsLinux())
        {
            PrepareThreads();
            PrepareMalloc();
        }
        PrepareCollector();
        NativeMemory.Watch();
        return true;
    }

    /// <summary>
    /// Uses as many threads as this process may use cores, where OpenMP would count those of the machine; <see cref="ThreadChoice"/> may take fewer. Waiting threads spin
    /// briefly and then sleep. That makes a step about 5 % slower than the longest spinning, but threads that spin longer make every step wait for a core when other programs run.
    /// </summary>
    private static void PrepareThreads()
    {
        const int KeepIfSet = 0;
        _ = SetEnvironment("OMP_NUM_THREADS", $"{Environment.ProcessorCount}", KeepIfSet);
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null) _ = SetEnvironment("GOMP_SPINCOUNT", "5000", KeepIfSet);
    }

    /// <summary>Keeps large temporaries in the process, since a page fault costs more than the arithmetic on its page, and uses one arena for all threads, since each cell of a notebook has its own thread.</summary>
    private static void PrepareMalloc()
    {
        try
        {
            foreach (var (parameter, value) in new[] { (ArenaMax, 1), (MmapThreshold, 32 * MiB), (TrimThreshold, 1024 * MiB - 1), (TopPad, 64 * MiB) })
                _ = SetMalloc(parameter, value);
        }
        catch (EntryPointNotFoundException)
        {
            // A C library other than glibc: its malloc is not changed.
        }
    }

    /// <summary>
    /// Lets the garbage collector stop the program while it works. TorchSharp makes an object for every number beside a tensor and does not keep it alive during native calls:
    /// a concurrent collector may free one while libtorch reads it, and the process crashes (on busy machines about every twenty minutes of training).
    /// </summary>
    private static void PrepareCollector() => GCSettings.LatencyMode = GCLatencyMode.Batch;

    /// <summary>Sets an environment variable for native code, which does not see those that .NET sets.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnvironment(string name, string value, int overwrite);

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetMalloc(int parameter, int value);
}
