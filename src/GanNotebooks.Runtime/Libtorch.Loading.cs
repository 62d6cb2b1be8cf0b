using System.Runtime.InteropServices;
using TorchSharp;

namespace GanNotebooks.Runtime;

public static partial class Libtorch
{
    /// <summary>The second name under which the build lays a repaired copy of TorchSharp's native library beside it; see <see cref="LibTorchSharpRepair"/>.</summary>
    public const string RepairedName = "LibTorchSharp.so";

    /// <summary>Loads libtorch from TorchSharp's folder, or from NuGet's cache if TorchSharp lies there, whatever other libtorch the system has. For hosts that look elsewhere, such as .NET Interactive; call it before the first tensor.</summary>
    /// <returns>Whether TorchSharp's native library is loaded; if not, TorchSharp searches for it itself.</returns>
    /// <exception cref="InvalidDataException">TorchSharp's native library does not load here, and is not the one that can be repaired.</exception>
    public static bool Load()
    {
        var first = PrepareProcess();
        var loaded = LoadFiles();
        if (first) Onednn.Correct();
        return loaded;
    }

    private static bool LoadFiles()
    {
        var beside = Path.GetDirectoryName(typeof(torch).Assembly.Location)!;
        var (libtorch, torchSharp) = PackagedLibtorch.IsUsed ? PackagedLibtorch.Folders : (beside, beside);
        // Each needs those before it to be loaded.
        foreach (var name in new[] { "c10", "torch_cpu", "torch" }) NativeLibrary.TryLoad(Path.Combine(libtorch, FileName(name)), out _);
        var stock = Path.Combine(torchSharp, FileName("LibTorchSharp"));
        return NativeLibrary.TryLoad(stock, out _)
            || NativeLibrary.TryLoad(Path.Combine(torchSharp, RepairedName), out _)
            || (OperatingSystem.IsLinux() && File.Exists(stock) && NativeLibrary.TryLoad(RepairedCopy.Of(stock), out _));
    }

    private static string FileName(string library) =>
        OperatingSystem.IsWindows() ? $"{library}.dll" : OperatingSystem.IsMacOS() ? $"lib{library}.dylib" : $"lib{library}.so";
}
