using System.Security.Cryptography;

namespace GanNotebooks.Runtime;

/// <summary>Repaired copies of TorchSharp's native library for notebooks, which load packages without a build. They lie in the user's cache; NuGet's files are not changed.</summary>
internal static class RepairedCopy
{
    /// <summary>The path of the copy, which is made if it is missing.</summary>
    /// <param name="stock">TorchSharp's <c>libLibTorchSharp.so</c>.</param>
    /// <param name="cache">The user's cache; null for the default one.</param>
    /// <returns>A full path.</returns>
    /// <exception cref="InvalidDataException">The file is not the one that can be repaired.</exception>
    public static string Of(string stock, string? cache = null)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(stock)).AsSpan(0, 10));
        try
        {
            return Write(stock, Path.Combine(cache ?? Usual(), "gan-notebooks", "libtorchsharp", name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Write(stock, Directory.CreateTempSubdirectory("gan-libtorchsharp-").FullName);     // no cache, or a full disk: for this process alone
        }
    }

    /// <summary>Written under a temporary name and renamed when complete: two kernels may start at once.</summary>
    private static string Write(string stock, string folder)
    {
        var copy = Path.Combine(folder, Libtorch.RepairedName);
        if (File.Exists(copy)) return copy;
        var unfinished = Path.Combine(folder, $"{Environment.ProcessId}-{Guid.NewGuid():N}.so");
        LibTorchSharpRepair.Write(stock, unfinished);
        File.Move(unfinished, copy, overwrite: true);
        return copy;
    }

    private static string Usual() =>
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } chosen ? chosen
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".cache");
}
