using System.Globalization;
using System.Reflection;

namespace GanNotebooks.Cli;

/// <summary>The NuGet package of the library: the output of the last build, with the extension for .NET Interactive. TorchSharp, libtorch and the other libraries are packages that it depends on.</summary>
/// <param name="folders">The project's folders.</param>
/// <param name="platform">The platform whose libtorch it depends on; one of <see cref="PackageBundle.Platforms"/>.</param>
internal sealed class LibraryPackage(ProjectFolders folders, string platform)
{
    /// <summary>The package's id.</summary>
    public const string Name = "GanNotebooks";

    private static readonly DateTime FirstRevision = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The project's version and the seconds since 2026: NuGet never reads a version twice, so each package needs a new one; the newest is used if none is named.</summary>
    private static string NextVersion => string.Create(CultureInfo.InvariantCulture,
        $"{typeof(LibraryPackage).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0]}.{(long)(DateTime.UtcNow - FirstRevision).TotalSeconds}");

    /// <summary>Packs the output of the build, and moves the finished package into the folder.</summary>
    /// <param name="folder">A folder that can be written to.</param>
    /// <param name="cancel">Cancels it.</param>
    /// <returns>The package's file name.</returns>
    /// <exception cref="UserError">The SDK could not pack, or the folder is full.</exception>
    public async Task<string> WriteAsync(string folder, CancellationToken cancel)
    {
        var scratch = Directory.CreateTempSubdirectory("gan-pack-");
        try
        {
            await PackAsync(scratch.FullName, cancel).ConfigureAwait(false);
            var package = Path.GetFileName(Directory.EnumerateFiles(scratch.FullName, "*.nupkg").Single());
            var unfinished = Path.Combine(folder, $"{package}.tmp");
            File.Copy(Path.Combine(scratch.FullName, package), unfinished, overwrite: true);
            File.Move(unfinished, Path.Combine(folder, package), overwrite: true);
            return package;
        }
        catch (IOException e)
        {
            throw new UserError($"The package could not be written: {e.Message} Correct that and run the command again.", e);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private Task PackAsync(string output, CancellationToken cancel)
    {
        var project = Path.Combine(folders.Root, "src", "GanNotebooks.Interactive", "GanNotebooks.Interactive.csproj");
        return SdkProcess.RunAsync(
            ["pack", project, "-c", "Release", "--no-build", "--output", output, $"-p:NuspecOutputPath={Path.Combine(output, "nuspec")}", $"-p:PackageVersion={NextVersion}", $"-p:PackedPlatform={platform}"],
            "The library could not be packed. Build it again with ./gan setup, and try once more.", cancel);
    }
}
