namespace GanNotebooks.Cli;

/// <summary>The folders in which Jupyter and VS Code look for kernels.</summary>
internal static class KernelFolders
{
    /// <summary>The user's own folder of kernels.</summary>
    public static string User => Path.Combine(DataFolder(), "kernels");

    /// <summary>The folder of kernels below a prefix, such as that of a Python environment.</summary>
    public static string Under(string prefix) => Path.Combine(Path.GetFullPath(prefix), "share", "jupyter", "kernels");

    /// <summary>All folders of kernels; for equal names, the first one counts.</summary>
    public static IEnumerable<string> All() =>
        (Environment.GetEnvironmentVariable("JUPYTER_PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, "kernels"))
            .Append(User)
            .Concat(OperatingSystem.IsWindows() ? [] : [Under("/usr/local"), Under("/usr")])
            .Distinct();

    private static string DataFolder()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (Environment.GetEnvironmentVariable("JUPYTER_DATA_DIR") is { Length: > 0 } chosen) return chosen;
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        if (OperatingSystem.IsMacOS()) return Path.Combine(home, "Library", "Jupyter");
        var data = Environment.GetEnvironmentVariable("XDG_DATA_HOME") is { Length: > 0 } folder ? folder : Path.Combine(home, ".local", "share");
        return Path.Combine(data, "jupyter");
    }
}
