using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace GanNotebooks.Runtime;

/// <summary>Whether libtorch may leave convolutions to oneDNN.</summary>
/// <remarks>
/// oneDNN 3.7, part of libtorch 2.10, asks AMD processors for their cache sizes by CPUID leaf 0x8000001D. Some virtual machines answer nothing there; it then takes
/// the first cache for one byte large and rearranges weights block by block. That way leaves the padding unset when a convolution's channels do not fill a
/// vector (24 of 32, say): outputs and gradients are wrong, often NaN. On such machines libtorch's own convolutions are used, which are right and up to twice as slow.
/// </remarks>
public static class Onednn
{
    private const int CacheProperties = unchecked((int)0x8000001D), LargestExtended = unchecked((int)0x80000000);
    private const int Amd = 0x444d4163;      // "cAMD", the end of "AuthenticAMD"
    private const int LeastCache = 1024;     // bytes; no processor with AVX has a smaller first cache

    /// <summary>Whether oneDNN would compute wrongly here, so that it is switched off.</summary>
    public static bool IsSwitchedOff { get; } = IsMisled();

    /// <summary>Switches oneDNN off where it would be misled. Loads libtorch then, since the switch is a setting of libtorch.</summary>
    internal static unsafe void SwitchOffIfMisled()
    {
        if (!IsSwitchedOff || !NativeLibrary.TryLoad("torch_cpu", typeof(torch).Assembly, null, out var libtorch)) return;
        var (context, onednn, nnpack) = OperatingSystem.IsWindows()
            ? ("?globalContext@at@@YAAEAVContext@1@XZ", "?setUserEnabledMkldnn@Context@at@@QEAAX_N@Z", "?setUserEnabledNNPACK@Context@at@@QEAAX_N@Z")
            : ("_ZN2at13globalContextEv", "_ZN2at7Context20setUserEnabledMkldnnEb", "_ZN2at7Context20setUserEnabledNNPACKEb");
        if (!NativeLibrary.TryGetExport(libtorch, context, out var global)) return;
        foreach (var name in new[] { onednn, nnpack })      // NNPACK would take its place, and only warn that it knows no such machine
            if (NativeLibrary.TryGetExport(libtorch, name, out var set)) ((delegate* unmanaged<nint, byte, void>)set)(((delegate* unmanaged<nint>)global)(), 0);
    }

    /// <summary>The size of the first data cache as oneDNN's CPUID library reckons it.</summary>
    private static bool IsMisled()
    {
        if (!X86Base.IsSupported || X86Base.CpuId(0, 0).Ecx != Amd) return false;
        if (X86Base.CpuId(LargestExtended, 0).Eax < CacheProperties) return true;
        var (_, shape, sets, _) = X86Base.CpuId(CacheProperties, 0);
        var (ways, partitions, line) = (((uint)shape >> 22) + 1, (((uint)shape >> 12) & 0x3ff) + 1, ((uint)shape & 0xfff) + 1);
        return (ulong)ways * partitions * line * ((uint)sets + 1UL) < LeastCache;
    }
}
