using System.Diagnostics;
using System.Globalization;
using GanNotebooks.Data;
using GanNotebooks.Data.Downloads;
using TorchSharp;

namespace GanNotebooks.Cli;

/// <summary>The checks of <c>gan doctor</c>.</summary>
internal static class Checks
{
    private const long DiskNeeded = 1L << 30;

    /// <summary>Runs every check; one that fails to run is reported as a problem and does not end the others.</summary>
    public static IEnumerable<Finding> All(ProjectFolders folders) =>
    [
        Sdk(), Tensors(), Guarded("libtorch", Libtorch), Guarded("native library", NativeLibrary), Convolutions(), Guarded("threads", Threads), Guarded("device", Device),
        Kernel(), Data(folders), Guarded("free disk", () => Disk(folders)),
    ];

    /// <summary>A check's finding, or the error that prevented the check.</summary>
    internal static Finding Guarded(string subject, Func<Finding> check)
    {
        try
        {
            return check();
        }
#pragma warning disable CA1031 // Doctor reports whatever is broken on this machine.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return new(subject, false, e.GetBaseException().Message, "Run ./gan setup.");
        }
    }

    private static Finding Sdk() => new(".NET", Environment.Version.Major >= 10, $".NET {Environment.Version}", "Install the .NET 10 SDK: https://dotnet.microsoft.com/download");

    private static Finding Tensors()
    {
        var assembly = typeof(torch).Assembly.GetName();
        return new("tensors", true, $"{assembly.Name} {assembly.Version?.ToString(3)}");
    }

    private static Finding Libtorch()
    {
        using var sum = torch.ones(2, 2).sum();
        return new("libtorch", sum.item<float>() == 4, torch.__version__, "It computes wrong results: empty NuGet's cache (dotnet nuget locals global-packages --clear) and run ./gan setup.");
    }

    /// <summary>The file that TorchSharp's native library was loaded from: the package's, or the repaired copy beside it.</summary>
    private static Finding NativeLibrary()
    {
        torch.InitializeDeviceType(DeviceType.CPU);
        using var process = Process.GetCurrentProcess();
        var loaded = process.Modules.Cast<ProcessModule>().Select(module => module.ModuleName).ToHashSet();
        if (!loaded.Contains(Runtime.Libtorch.RepairedName) || !OperatingSystem.IsLinux()) return new("native library", true, "the package's own");
        var runtime = loaded.FirstOrDefault(name => name.StartsWith("libstdc++", StringComparison.Ordinal));
        return new("native library", true, $"{Runtime.Libtorch.RepairedName}, the build's repaired copy: {runtime} is older than GCC 13's");
    }

    private static Finding Convolutions() => new("convolutions", true, Runtime.Onednn.State switch
    {
        Runtime.OnednnState.SwitchedOff => "libtorch's own: oneDNN computes wrong results on a machine that hides its processor's cache sizes",
        Runtime.OnednnState.Guessing => "oneDNN, with the usual cache sizes, since this machine hides its processor's",
        _ => "oneDNN",
    });

    private static Finding Threads()
    {
        var (threads, cores) = (torch.get_num_threads(), Environment.ProcessorCount);
        return new("threads", threads <= cores, $"{(Runtime.ThreadChoice.IsFixed ? $"{threads}" : $"as many as suit a training, up to {threads},")} of {cores} cores", "More threads than cores slow training down: unset OMP_NUM_THREADS.");
    }

    /// <summary>The device that a training would use, and the others that exist.</summary>
    private static Finding Device()
    {
        try
        {
            return new("device", true, $"{Runtime.ComputeDevice.Default}{(Runtime.ComputeDevice.All is [_, _, ..] all ? $" of {string.Join(", ", all)}" : "")}");
        }
        catch (ArgumentException e)
        {
            return new("device", false, e.Message, $"Unset {Runtime.ComputeDevice.Variable}, or set it to {Runtime.ComputeDevice.Auto}.");
        }
    }

    private static Finding Kernel()
    {
        var ours = KernelFolders.All().SelectMany(KernelSpec.In).FirstOrDefault(kernel => kernel.IsOurs);
        return new("notebook kernel", ours is not { CanStart: false },
            ours?.Folder ?? "not installed: lessons run with ./gan run; for VS Code and Jupyter: ./gan kernel install", "Its program was moved: ./gan kernel install");
    }

    private static Finding Data(ProjectFolders folders)
    {
        var fetched = Catalogue.BuiltIn.Sets.Where(set => SetDownload.Files(set, folders.Datasets).Any()).Select(set => set.Name);
        return new("data", true, $"built-in {string.Join(", ", DrawnSet.All.Select(set => set.Name).Concat(fetched))}");
    }

    private static Finding Disk(ProjectFolders folders)
    {
        var free = new DriveInfo(folders.Root).AvailableFreeSpace;
        return new("free disk", free >= DiskNeeded, string.Create(CultureInfo.InvariantCulture, $"{free / 1e9:N1} GB"), "Lessons and their builds need about 1 GB: make room.");
    }
}
