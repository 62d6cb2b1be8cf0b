using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanNotebooks.Kernel.Scripting.Packages;

/// <summary>The files of restored packages.</summary>
/// <param name="Packages">"Name/Version" of each package, including dependencies.</param>
/// <param name="Compile">Assemblies to compile with.</param>
/// <param name="Runtime">Assemblies to load.</param>
/// <param name="Native">Native libraries for this system.</param>
internal sealed record PackageAssets(
    IReadOnlyList<string> Packages, IReadOnlyList<string> Compile, IReadOnlyList<string> Runtime, IReadOnlyList<string> Native)
{
    /// <summary>No packages.</summary>
    public static PackageAssets None { get; } = new([], [], [], []);

    /// <summary>Reads the result of a restore.</summary>
    /// <param name="path">A project.assets.json.</param>
    /// <param name="runtimeIdentifier">The system, as NuGet names it.</param>
    /// <returns>The files, or null when some of them are missing.</returns>
    public static PackageAssets? Read(string path, string runtimeIdentifier)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!;
        var folders = root["packageFolders"]!.AsObject().Select(folder => folder.Key).ToList();
        var packages = root["targets"]!.AsObject().First(target => target.Key.EndsWith('/' + runtimeIdentifier)).Value!.AsObject()
            .Where(package => (string?)package.Value!["type"] == "package")
            .Select(package => (package.Key, Files: package.Value!, Folder: (string)root["libraries"]![package.Key]!["path"]!))
            .ToList();
        var assets = new PackageAssets([.. packages.Select(package => package.Key)], Of("compile"), Of("runtime"), Of("native"));
        return assets.Compile.Concat(assets.Runtime).Concat(assets.Native).All(File.Exists) ? assets : null;

        // For assemblies that the framework has too, the framework's own are used.
        List<string> Of(string kind) => [.. packages
            .SelectMany(package => (package.Files[kind]?.AsObject() ?? []).Select(file => PathOf(package.Folder, file.Key)))
            .Where(file => Path.GetFileName(file) != "_._" && !References.IsShared(Path.GetFileNameWithoutExtension(file)))];

        string PathOf(string package, string file)
        {
            var candidates = folders.Select(folder => Path.Combine(folder, package, file)).ToList();
            return candidates.Find(File.Exists) ?? candidates[0];
        }
    }

    /// <summary>Like <see cref="Read"/>; null also when the file is missing or damaged.</summary>
    public static PackageAssets? TryRead(string path, string runtimeIdentifier)
    {
        try
        {
            return File.Exists(path) ? Read(path, runtimeIdentifier) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException)
        {
            return null;
        }
    }
}
