using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>Restores packages as the SDK does: with a project that references them, from the user's own sources.</summary>
internal static partial class PackageRestore
{
    private static readonly string Restored = Path.Combine(UserCache.Folder, "packages");

    /// <summary>Restores a set of packages, unless it is already restored.</summary>
    /// <param name="requests">The packages.</param>
    /// <param name="sources">Sources in addition to those in NuGet's configuration.</param>
    /// <param name="workingDirectory">The folder from which NuGet's configuration is searched upwards.</param>
    /// <param name="cancel">Ends the restore.</param>
    /// <exception cref="PackageException">A package does not exist, no source answers, or there is no SDK.</exception>
    public static async Task<PackageAssets> RestoreAsync(
        IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string workingDirectory, CancellationToken cancel)
    {
        var system = RuntimeInformation.RuntimeIdentifier;
        var parts = requests.Select(request => request.ToString()).Concat(sources).Order(StringComparer.OrdinalIgnoreCase)
            .Append(system).Append(Environment.Version.ToString());
        var known = Path.Combine(Restored, UserCache.NameOf(string.Join('\n', parts)) + ".json");
        if (requests.All(request => request.IsExact) && PackageAssets.TryRead(known, system) is { } cached)
        {
            return cached;
        }
        var folder = Path.Combine(Restored, Guid.NewGuid().ToString("N"));   // a new one, since two kernels may restore at once
        Directory.CreateDirectory(folder);
        try
        {
            Write(folder, requests, sources, system);
            await RunAsync(folder, workingDirectory, requests, cancel).ConfigureAwait(false);
            File.Move(Path.Combine(folder, "obj", "project.assets.json"), known, overwrite: true);
        }
        finally
        {
            TryDelete(folder);
        }
        return PackageAssets.Read(known, system) ?? throw new PackageException(
            $"{string.Join(", ", requests)}: NuGet restored the packages, but files of them are missing. Empty its folder with: dotnet nuget locals global-packages --clear");
    }

    private static void Write(string folder, IReadOnlyList<PackageRequest> requests, IReadOnlyList<string> sources, string system)
    {
        var project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", $"net{Environment.Version.Major}.0"),
                new XElement("RuntimeIdentifier", system),
                new XElement("SelfContained", "false"),
                new XElement("UseAppHost", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', sources))),
            new XElement("ItemGroup", requests.Select(request => new XElement("PackageReference",
                new XAttribute("Include", request.Name), new XAttribute("Version", request.Version)))));
        File.WriteAllText(Path.Combine(folder, "cell.csproj"), project.ToString());
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(folder, name), "<Project />");   // files above this folder are ignored
        }
    }

    private static async Task RunAsync(string folder, string workingDirectory, IReadOnlyList<PackageRequest> requests, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(DotNet())
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,   // a source that asks for a password must not wait for one
            ArgumentList = { "restore", "cell.csproj", "--nologo", "--verbosity", "quiet", "--disable-build-servers", "-terminalLogger:off", $"-property:RestoreRootConfigDirectory={workingDirectory}" },
        };
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);   // variables of a build that started this process
        }
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new PackageException(Explain(await output.ConfigureAwait(false) + await errors.ConfigureAwait(false), requests));
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string Explain(string output, IReadOnlyList<PackageRequest> requests)
    {
        var errors = Error().Matches(output).Select(match => (Code: match.Groups[1].Value, Text: match.Groups[2].Value)).Distinct().ToList();
        var advice = errors.Select(error => error.Code).FirstOrDefault() switch
        {
            "NU1101" => "Check the name, or add the source that has it: #i \"nuget:ADDRESS\".",
            "NU1102" or "NU1103" => "Ask for a version that is there, or leave the version out.",
            "NU1301" => "Check the network and the address. Packages restored before need no network when their exact versions are named.",
            "NU1107" or "NU1605" => "Name versions that agree with each other.",
            _ => "Try the same packages in a project of your own: dotnet add package NAME.",
        };
        var told = errors.Count > 0 ? string.Join('\n', errors.Select(error => $"{error.Code}: {error.Text}")) : output.Trim();
        return $"{string.Join(", ", requests)} could not be restored.\n{told}\n{advice}";
    }

    private static string DotNet()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var program = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(program) && Directory.Exists(Path.Combine(root, "sdk"))
            ? program
            : throw new PackageException($"Packages are restored by the .NET SDK, and {root} has none. Install the SDK from https://dotnet.microsoft.com/download.");
    }

    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A killed restore may hold its files a moment longer.
        }
    }

    [GeneratedRegex(@"error (NU\d+|MSB\d+|NETSDK\d+): (.*?)(?: \[[^\]]*csproj\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
