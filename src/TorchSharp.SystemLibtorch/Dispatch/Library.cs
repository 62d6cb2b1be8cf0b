using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Finds and loads the native libraries in the order that makes libtorch fast.</summary>
internal static partial class Library
{
    public const string Shim = "torchsharp_shim";

    private static readonly string[] OpenMpBlas =
    [
        $"/usr/lib/{Triplet}/openblas-openmp/libblas.so.3",
        $"/usr/lib/{Triplet}/openblas-openmp/liblapack.so.3",
    ];

    private static string Triplet => RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.Arm64 => "aarch64-linux-gnu",
        _ => "x86_64-linux-gnu",
    };

    /// <summary>Loads the BLAS wanted and tells the runtime where the shim lies.</summary>
    public static void Prepare()
    {
        // A thread that waits for work spins, then sleeps. OpenMP's own choice is to spin for milliseconds, which makes a machine with other
        // work crawl: each step then waits for threads that wait for a core. Some ten microseconds are enough between two operators.
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is null) SetUnlessSet("GOMP_SPINCOUNT", "20000", overwrite: 0);
        // libtorch asks for libblas.so.3 by name: whichever is in the process already is the one it gets. The OpenMP build of
        // OpenBLAS shares libtorch's thread pool; any other one either is slow or fights it.
        if (Environment.GetEnvironmentVariable("TORCHSHARP_BLAS") != "system")
            foreach (var blas in OpenMpBlas)
                NativeLibrary.TryLoad(blas, out _);
        NativeLibrary.SetDllImportResolver(typeof(Library).Assembly, Resolve);
    }

    /// <summary>The cores this process may use: libtorch itself would count physical ones and may find a single one in a container.</summary>
    public static int ThreadsWanted =>
        int.TryParse(Environment.GetEnvironmentVariable("OMP_NUM_THREADS"), out var threads) && threads > 0
            ? threads
            : Environment.ProcessorCount;

    /// <summary>Sets a variable that native code reads: .NET keeps a copy of its own.</summary>
    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetUnlessSet(string name, string value, int overwrite);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path)
    {
        if (name != Shim) return 0;
        var folder = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } found ? found : AppContext.BaseDirectory;
        var file = Path.Combine(folder, $"lib{Shim}.so");
        if (!File.Exists(file))
            throw new DllNotFoundException($"{file} is missing: build TorchSharp.SystemLibtorch again (`./gan setup`).");
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (DllNotFoundException e)
        {
            throw new DllNotFoundException($"libtorch could not be loaded ({e.Message.Split('\n')[0]}). Install it with `./gan setup` and see `./gan doctor`.", e);
        }
    }
}
