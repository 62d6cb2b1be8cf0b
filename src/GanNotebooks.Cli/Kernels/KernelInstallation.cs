using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace GanNotebooks.Cli;

/// <summary>Installs this program as a kernel for VS Code and Jupyter, and removes it again.</summary>
/// <param name="Kernels">The folder of kernels.</param>
internal sealed partial record KernelInstallation(string Kernels)
{
    /// <summary>The kernel's name in the metadata of C# notebooks.</summary>
    public const string UsualName = ".net-csharp";

    /// <summary>The name if another kernel already has the usual one.</summary>
    public const string OtherName = "gan-csharp";

    private static readonly string[] Logos = ["logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

    /// <summary>The command that starts this program: with absolute paths, because front ends start it in the notebook's folder and with their own PATH.</summary>
    internal static string[] Program
    {
        get
        {
            var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
            return [File.Exists(dotnet) ? dotnet : "dotnet", typeof(KernelInstallation).Assembly.Location];
        }
    }

    /// <summary>Installs the kernel, or installs it again after the program was moved.</summary>
    /// <param name="name">The kernel's name; null for the usual one, or the other one if a foreign kernel has the usual one.</param>
    /// <param name="force">Whether to replace a foreign kernel.</param>
    /// <param name="seen">Further folders in which front ends look.</param>
    /// <returns>What was installed.</returns>
    /// <exception cref="UserError">The name cannot be used or is taken, or the folder cannot be written.</exception>
    public KernelSpec Install(string? name, bool force, params IEnumerable<string> seen)
    {
        if (name is not null && !ValidName().IsMatch(name))
            throw new UserError($"\"{name}\" cannot be a kernel's name: letters, digits, dots, hyphens and underscores can.");
        name ??= force || !seen.Append(Kernels).Any(folder => KernelSpec.Read(Path.Combine(folder, UsualName)) is { IsOurs: false }) ? UsualName : OtherName;
        var folder = Path.Combine(Kernels, name);
        if (Directory.Exists(folder) && !force && KernelSpec.Read(folder) is not { IsOurs: true })
            throw new UserError($"{folder} holds a kernel that is not this one. Choose another name with --name, or replace it with --force.");
        try
        {
            Write(folder, KernelSpec.JsonFor(name == UsualName ? ".NET (C#)" : "C# (GAN Notebooks)", Program));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{folder} could not be written: {e.Message} Choose a folder that may be written to with --prefix.", e);
        }
        return KernelSpec.Read(folder)!;
    }

    /// <summary>Removes kernels that <see cref="Install"/> installed here.</summary>
    /// <param name="name">The kernel's name; null for every kernel of this program.</param>
    /// <returns>What was removed.</returns>
    /// <exception cref="UserError">There is no such kernel, it is a foreign one, or it cannot be removed.</exception>
    public IReadOnlyList<KernelSpec> Uninstall(string? name)
    {
        var found = KernelSpec.In(Kernels).Where(kernel => name is null ? kernel.IsOurs : kernel.Name == name).ToList();
        if (found.Count == 0)
            throw new UserError($"{Kernels} holds no kernel {(name is null ? "of this program" : $"\"{name}\"")}. ./gan kernel list shows where kernels are.");
        if (found.FirstOrDefault(kernel => !kernel.IsOurs) is { } foreign)
            throw new UserError($"{foreign.Folder} was not installed by this program, so it was not removed.");
        try
        {
            foreach (var kernel in found) Directory.Delete(kernel.Folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{found[0].Folder} could not be removed: {e.Message}", e);
        }
        return found;
    }

    // Completely or not at all: a front end that reads at the same time sees the old kernel or the new one.
    private static void Write(string folder, string json)
    {
        var fresh = $"{folder}.{Guid.NewGuid():N}.tmp";
        var old = $"{folder}.{Guid.NewGuid():N}.old.tmp";
        try
        {
            Directory.CreateDirectory(fresh);
            foreach (var logo in Logos)
            {
                using var resource = typeof(KernelInstallation).Assembly.GetManifestResourceStream(logo)!;
                WriteFile(Path.Combine(fresh, logo), resource.CopyTo);
            }
            WriteFile(Path.Combine(fresh, KernelSpec.FileName), file => file.Write(System.Text.Encoding.UTF8.GetBytes(json)));
            if (Directory.Exists(folder)) Directory.Move(folder, old);
            Directory.Move(fresh, folder);
        }
        finally
        {
            foreach (var left in new[] { fresh, old }.Where(Directory.Exists)) Directory.Delete(left, recursive: true);
        }
    }

    private static void WriteFile(string path, Action<Stream> write)
    {
        using var file = new FileStream(path, FileMode.CreateNew);
        write(file);
        file.Flush(flushToDisk: true);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._-]+$")]
    private static partial Regex ValidName();
}
