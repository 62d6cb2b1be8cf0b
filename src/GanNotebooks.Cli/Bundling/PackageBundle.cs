using System.Text.Json;
using GanNotebooks.Data;

namespace GanNotebooks.Cli;

/// <summary>The NuGet packages that the project is built from on one platform, as a folder that NuGet can use as a source.</summary>
/// <param name="folders">The project's folders.</param>
/// <param name="platform">One of <see cref="Platforms"/>.</param>
internal sealed class PackageBundle(ProjectFolders folders, string platform)
{
    /// <summary>The file that marks a finished bundle; the launcher looks for it too.</summary>
    private const string Mark = "gan-bundle.txt";

    /// <summary>The platforms that TorchSharp has native libraries for.</summary>
    public static readonly string[] Platforms = ["linux-x64", "win-x64", "osx-arm64"];

    /// <summary>The machines that the packages are for.</summary>
    public string Platform => platform;

    /// <summary>Restores the solution for the platform and copies the packages that it needs.</summary>
    /// <param name="folder">A new or empty folder, or an earlier bundle, which is replaced.</param>
    /// <param name="say">Called with what is being done.</param>
    /// <param name="cancel">Ends the restore.</param>
    /// <returns>The number of packages and of their bytes.</returns>
    /// <exception cref="UserError">The folder holds something else or cannot be written to, or NuGet failed.</exception>
    public async Task<(int Count, long Bytes)> WriteAsync(string folder, Action<string> say, CancellationToken cancel)
    {
        using var output = OutputFolder.Open(folder, "Name another folder.");
        var target = output.Path;
        if (Directory.EnumerateFileSystemEntries(target).Any(entry => !FolderLock.IsOwn(entry)) && !File.Exists(Path.Combine(target, Mark)))
            throw new UserError($"{target} holds other files: name a new folder, or an empty one.");
        var scratch = Directory.CreateTempSubdirectory("gan-bundle-");
        try
        {
            say($"Restoring the packages for {platform}");
            await RestoreAsync(scratch.FullName, cancel).ConfigureAwait(false);
            var packages = PackagesOf(scratch.FullName);
            say($"Copying {packages.Count} packages");
            return (packages.Count, Copy(packages, target));
        }
        catch (IOException e)
        {
            throw new UserError($"The bundle could not be finished: {e.Message} Correct that and run the command again.", e);
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    private Task RestoreAsync(string scratch, CancellationToken cancel) => SdkProcess.RunAsync(
        ["restore", Path.Combine(folders.Root, "GanNotebooks.sln"), $"-p:RuntimeIdentifier={platform}", $"-p:ArtifactsPath={scratch}{Path.DirectorySeparatorChar}"],
        $"NuGet could not restore the packages for {platform}:", cancel);

    /// <summary>The package files of all projects, from what NuGet recorded while restoring.</summary>
    private static SortedSet<string> PackagesOf(string scratch)
    {
        var files = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assets in Directory.EnumerateFiles(scratch, "project.assets.json", SearchOption.AllDirectories))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(assets));
            var caches = json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(cache => cache.Name).ToList();
            foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package"))
            {
                var file = $"{library.Name.Replace('/', '.').ToLowerInvariant()}.nupkg";
                var path = library.Value.GetProperty("path").GetString()!;
                files.Add(caches.Select(cache => Path.Combine(cache, path, file)).FirstOrDefault(File.Exists) ?? throw new UserError($"{file} is not in NuGet's cache: run dotnet nuget locals all --clear and try again."));
            }
        }
        return files;
    }

    private long Copy(SortedSet<string> packages, string target)
    {
        File.Delete(Path.Combine(target, Mark));
        foreach (var earlier in Directory.EnumerateFiles(target, "*.nupkg")) File.Delete(earlier);
        foreach (var package in packages)
        {
            var unfinished = Path.Combine(target, $"{Path.GetFileName(package)}.tmp");
            File.Copy(package, unfinished, overwrite: true);
            File.Move(unfinished, Path.Combine(target, Path.GetFileName(package)), overwrite: true);
        }
        File.WriteAllLines(Path.Combine(target, Mark), packages.Select(package => Path.GetFileName(package)!).Prepend($"The packages of GAN Notebooks for {platform}. Use them with: ./gan setup --source FOLDER"));
        return packages.Sum(package => new FileInfo(package).Length);
    }
}
