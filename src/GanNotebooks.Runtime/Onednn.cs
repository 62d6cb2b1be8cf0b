using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime;

/// <summary>How well oneDNN, which computes libtorch's convolutions, knows the processor.</summary>
public enum OnednnState
{
    /// <summary>It reads the processor's cache sizes itself.</summary>
    Informed,

    /// <summary>It could not read them and uses the usual ones.</summary>
    Guessing,

    /// <summary>It could not read them and would compute wrongly; libtorch's own convolutions take its place.</summary>
    SwitchedOff,
}

/// <summary>Keeps convolutions right where oneDNN is misled about the processor.</summary>
/// <remarks>
/// oneDNN 3.7, part of libtorch 2.10, asks AMD processors for their cache sizes by CPUID leaf 0x8000001D. Some virtual machines answer nothing there; it then takes
/// each cache for one byte large and rearranges weights block by block. That way leaves the padding unset when a convolution's channels do not fill a
/// vector (24 of 32, say): outputs and gradients are wrong, often NaN. For processors whose caches it knows nothing about it has usual sizes, and computes
/// rightly: so its note of three caches is changed to none. Where that cannot be done it is switched off, and convolutions take about twice as long.
/// </remarks>
public static class Onednn
{
    private const int CacheProperties = unchecked((int)0x8000001D), LargestExtended = unchecked((int)0x80000000);
    private const int Amd = 0x444d4163;      // "cAMD", the end of "AuthenticAMD"
    private const int LeastCache = 1024;     // bytes; no processor with AVX has a smaller first cache
    private const long Filling = 16;         // channels that fill the vectors of every processor
    private const double Tolerance = 1e-3;

    /// <summary>What was found, and done, when this process was prepared.</summary>
    public static OnednnState State { get; private set; }

    /// <summary>oneDNN's note when it was answered nothing: the sizes of up to ten caches, how many cores share each, and how many caches there are.</summary>
    private static ReadOnlySpan<uint> Misread => [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3];

    /// <summary>Puts right what would be computed wrongly. Loads libtorch where oneDNN is misled, and only there.</summary>
    internal static void Correct()
    {
        if (!IsMisled()) return;
        State = OnednnState.Guessing;
        SwitchOff("NNPACK");        // it cannot start without the sizes, and says so each time
        Convolve(Filling, ScalarType.Float32).Dispose();        // oneDNN looks at the processor when it is first used, and keeps the plan of each shape: so one that it computes rightly
        if (OperatingSystem.IsLinux() && ForgetCaches() && ComputesRightly()) return;
        State = OnednnState.SwitchedOff;
        SwitchOff("Mkldnn");        // its name of old
    }

    /// <summary>The size of the first data cache as oneDNN reckons it.</summary>
    private static bool IsMisled()
    {
        if (!X86Base.IsSupported || X86Base.CpuId(0, 0).Ecx != Amd) return false;
        if (X86Base.CpuId(LargestExtended, 0).Eax < CacheProperties) return true;
        var (_, shape, sets, _) = X86Base.CpuId(CacheProperties, 0);
        var (ways, partitions, line) = (((uint)shape >> 22) + 1, (((uint)shape >> 12) & 0x3ff) + 1, ((uint)shape & 0xfff) + 1);
        return (ulong)ways * partitions * line * ((uint)sets + 1UL) < LeastCache;
    }

    /// <summary>Finds the note in libtorch's own variables, where it must stand exactly once, and sets the number of caches to none.</summary>
    private static unsafe bool ForgetCaches()
    {
        uint* levels = null;
        foreach (var (start, length) in Variables("libtorch_cpu.so"))
        {
            var variables = new Span<uint>((void*)start, length / sizeof(uint));
            for (int at = 0, next; (next = variables[at..].IndexOf(Misread)) >= 0; at += next + 1)
            {
                if (levels is not null) return false;
                levels = (uint*)start + at + next + Misread.Length - 1;
            }
        }
        if (levels is null) return false;
        *levels = 0;
        return true;
    }

    /// <summary>Where a library's variables lie in memory: its writable pages, and those without a file that follow them.</summary>
    private static IEnumerable<(nint Start, int Length)> Variables(string library)
    {
        var end = "";
        foreach (var line in File.ReadLines("/proc/self/maps"))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var range, var rights, _, _, _, .. var file] || range.Split('-') is not [var from, var to]) continue;
            var isPart = file is [.., var path] ? path.EndsWith(library, StringComparison.Ordinal) : from == end;
            if (!isPart) continue;
            end = to;
            if (!rights.StartsWith("rw", StringComparison.Ordinal)) continue;
            var start = long.Parse(from, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            yield return ((nint)start, (int)(long.Parse(to, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - start));
        }
    }

    /// <summary>Whether the smallest convolution that goes wrong is right now, forward and backward.</summary>
    private static bool ComputesRightly()
    {
        using var scope = NewDisposeScope();
        return (Convolve(1, ScalarType.Float32).to(ScalarType.Float64) - Convolve(1, ScalarType.Float64)).abs().max().item<double>() < Tolerance;      // false for NaN too
    }

    /// <summary>A convolution and its gradients, of numbers that are always the same; no random numbers are used up.</summary>
    private static Tensor Convolve(long channels, ScalarType type)
    {
        const int Side = 16, Window = 3;
        using var scope = NewDisposeScope();
        Tensor Wave(params long[] shape) => arange(new Size(shape).numel(), ScalarType.Float64).sin().to(type).reshape(shape).requires_grad_();
        var (images, kernel) = (Wave(2, channels, Side, Side), Wave(channels, channels, Window, Window));
        var output = nn.functional.conv2d(images, kernel, padding: [1, 1]);
        var gradients = autograd.grad([output], [images, kernel], [output.detach()]);
        return cat([output.flatten(), gradients[0].flatten(), gradients[1].flatten()]).detach().MoveToOuterDisposeScope();
    }

    /// <summary>Has libtorch do without a library, by a setting of its own that TorchSharp does not offer.</summary>
    /// <param name="library">As libtorch calls it.</param>
    private static unsafe void SwitchOff(string library)
    {
        if (!NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out var libtorch)) return;
        var (context, setting) = OperatingSystem.IsWindows()
            ? ("?globalContext@at@@YAAEAVContext@1@XZ", $"?setUserEnabled{library}@Context@at@@QEAAX_N@Z")
            : ("_ZN2at13globalContextEv", $"_ZN2at7Context{"setUserEnabled".Length + library.Length}setUserEnabled{library}Eb");
        if (NativeLibrary.TryGetExport(libtorch, context, out var global) && NativeLibrary.TryGetExport(libtorch, setting, out var set))
            ((delegate* unmanaged<nint, byte, void>)set)(((delegate* unmanaged<nint>)global)(), 0);
    }
}
