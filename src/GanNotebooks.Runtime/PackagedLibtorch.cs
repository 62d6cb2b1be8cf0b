using System.Reflection;
using TorchSharp;

namespace GanNotebooks.Runtime;

/// <summary>The folders of the native libraries when a notebook loads the packages from NuGet's cache: each package in a folder of its own, <c>name/version</c>.</summary>
internal static class PackagedLibtorch
{
    private static readonly string Assembly = typeof(torch).Assembly.Location;

    /// <summary>Whether TorchSharp was loaded from its package, <c>torchsharp/VERSION/lib/FRAMEWORK/TorchSharp.dll</c>.</summary>
    public static bool IsUsed => Assembly.Length > 0 && Directory.Exists(Folders.Libtorch);

    /// <summary>The folders of libtorch itself, and of TorchSharp's native library.</summary>
    public static (string Libtorch, string TorchSharp) Folders
    {
        get
        {
            var package = Path.GetFullPath(Path.Combine(Assembly, "../../.."));
            var version = typeof(PackagedLibtorch).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "LibtorchVersion").Value!;
            var libtorch = Path.GetFullPath(Path.Combine(package, "../..", $"libtorch-cpu-{Libtorch.Platform}", version));
            return (Native(libtorch), Native(package));
        }
    }

    private static string Native(string package) => Path.Combine(package, "runtimes", Libtorch.Platform, "native");
}
