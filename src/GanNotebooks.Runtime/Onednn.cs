using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime;

/// <summary>Whether oneDNN, which computes libtorch's convolutions, knows the processor's caches.</summary>
public enum OnednnState
{
    /// <summary>It reads the processor's cache sizes itself.</summary>
    Informed,

    /// <summary>It could not read them and uses default sizes.</summary>
    Guessing,

    /// <summary>It could not read them and would compute wrong results; libtorch's own convolutions replace it.</summary>
    SwitchedOff,
}

/// <summary>Keeps convolutions correct when oneDNN gets wrong information about the processor.</summary>
/// <remarks>
/// oneDNN 3.7, part of libtorch 2.10, asks AMD processors for their cache sizes by CPUID leaf 0x8000001D. Some virtual machines return zeros there; it then assumes that
/// each cache is one byte large and rearranges weights block by block. This leaves the padding unset when a convolution's channels do not fill a
/// vector (24 of 32, say): outputs and gradients are wrong, often NaN. For processors about whose caches it knows nothing it has default sizes, and computes
/// correctly: so its count of three caches is changed to none. If that is not possible, it is switched off, and convolutions take about twice as long.
/// </remarks>
public static class Onednn
{
    private const int CacheProperties = unchecked((int)0x8000001D), LargestExtended = unchecked((int)0x80000000);
    private const int Amd = 0x444d4163;      // "cAMD", the end of "AuthenticAMD"
    private const int LeastCache = 1024;     // bytes; no processor with AVX has a smaller first cache
    private const long Filling = 16;         // channels that fill the vectors of every processor
    private const double Tolerance = 1e-3;

    /// <summary>What was found and done when this process was prepared.</summary>
    public static OnednnState State { get; private set; }

    /// <summary>oneDNN's variables after it has read zeros: the sizes of up to ten caches, how many cores share each, and how many caches there are.</summary>
    private static ReadOnlySpan<uint> Misread => [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 3];

    /// <summary>Corrects oneDNN if it is misled. Loads libtorch only in that case.</summary>
    internal static void Correct()
    {
        if (!IsMisled()) return;
        State = OnednnState.Guessing;
        SwitchOff("NNPACK");        // it cannot start without the sizes, and says so each time
        Convolve(Filling, ScalarType.Float32).Dispose();        // oneDNN examines the processor on its first use and caches a plan for each shape: so use a shape that it computes correctly
        if (OperatingSystem.IsLinux() && ForgetCaches() && ComputesRightly()) return;
        State = OnednnState.SwitchedOff;
        SwitchOff("Mkldnn");        // oneDNN's old name
    }

    /// <summary>Whether oneDNN would reckon an impossibly small size for the first data cache.</summary>
    private static bool IsMisled()
    {
        if (!X86Base.IsSupported || X86Base.CpuId(0, 0).Ecx != Amd) return false;
        if (X86Base.CpuId(LargestExtended, 0).Eax < CacheProperties) return true;
        var (_, shape, sets, _) = X86Base.CpuId(CacheProperties, 0);
        var (ways, partitions, line) = (((uint)shape >> 22) + 1, (((uint)shape >> 12) & 0x3ff) + 1, ((uint)shape & 0xfff) + 1);
        return (ulong)ways * partitions * line * ((uint)sets + 1UL) < LeastCache;
    }

    /// <summary>Finds those values in libtorch's variables, where they must occur exactly once, and sets the number of caches to 0.</summary>
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

    /// <summary>The memory of a library's variables: its writable pages, and the pages without a file that follow them.</summary>
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

    /// <summary>Whether the smallest convolution that would be wrong is now correct, forward and backward.</summary>
    private static bool ComputesRightly()
    {
        using var scope = NewDisposeScope();
        return (Convolve(1, ScalarType.Float32).to(ScalarType.Float64) - Convolve(1, ScalarType.Float64)).abs().max().item<double>() < Tolerance;      // false for NaN too
    }

    /// <summary>A convolution and its gradients, of fixed numbers; no random numbers are drawn.</summary>
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

    /// <summary>Switches off a library in libtorch, by a setting that TorchSharp does not offer.</summary>
    /// <param name="library">Its name in libtorch.</param>
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
