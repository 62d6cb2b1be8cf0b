using System.Security.Cryptography;
using System.Text;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>The folder for files that can be made again.</summary>
internal static class UserCache
{
    /// <summary>~/.cache/gan-notebooks, or the system's equivalent.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "gan-notebooks");

    /// <summary>A short name for a long key.</summary>
    public static string NameOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 10));

    private static string Root()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } chosen ? chosen
            : home.Length == 0 ? Path.GetTempPath()
            : OperatingSystem.IsMacOS() ? Path.Combine(home, "Library", "Caches")
            : Path.Combine(home, ".cache");
    }
}
