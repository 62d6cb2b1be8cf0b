using System.ComponentModel;
using System.Diagnostics;

namespace GanNotebooks.Cli;

/// <summary>The user's own browser.</summary>
internal static class Browser
{
    /// <summary>Opens an address, if there is a screen and a browser.</summary>
    /// <returns>Whether it was tried; whether a window opened is not known.</returns>
    public static bool Open(Uri address)
    {
        if (OperatingSystem.IsLinux() && Variable("DISPLAY") is null && Variable("WAYLAND_DISPLAY") is null) return false;
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
