using System.Text.Json;
using System.Text.Json.Nodes;

namespace GanNotebooks.Cli;

/// <summary>An installed kernel: a folder with its kernel.json.</summary>
/// <param name="Folder">Its name is the kernel's name.</param>
/// <param name="DisplayName">Its name in front ends.</param>
/// <param name="Language">The language of the notebooks that it runs.</param>
/// <param name="Argv">The command that starts it.</param>
/// <param name="IsOurs">Whether this program installed it.</param>
internal sealed record KernelSpec(string Folder, string DisplayName, string Language, IReadOnlyList<string> Argv, bool IsOurs)
{
    public const string FileName = "kernel.json";

    private const string Mark = "gan_notebooks";

    public string Name => Path.GetFileName(Folder);

    /// <summary>Whether its program still exists where it was when it was installed.</summary>
    public bool CanStart => Argv.Take(2).All(part => !Path.IsPathRooted(part) || File.Exists(part));

    /// <summary>Reads the kernel in a folder; null when there is none that can be read.</summary>
    public static KernelSpec? Read(string folder)
    {
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, FileName))) as JsonObject;
            return json is null ? null : new KernelSpec(
                folder,
                (string?)json["display_name"] ?? "",
                (string?)json["language"] ?? "",
                [.. (json["argv"] as JsonArray ?? []).Select(part => (string?)part ?? "")],
                json["metadata"]?[Mark] is not null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>All kernels in a folder of kernels.</summary>
    public static IEnumerable<KernelSpec> In(string kernels) =>
        Directory.Exists(kernels) ? Directory.EnumerateDirectories(kernels).Order(StringComparer.Ordinal).Select(Read).OfType<KernelSpec>() : [];

    /// <summary>The kernel.json that starts this program.</summary>
    public static string JsonFor(string displayName, IEnumerable<string> program) => new JsonObject
    {
        ["argv"] = new JsonArray([.. program.Concat(["kernel", "run", "{connection_file}"]).Select(part => (JsonNode)part)]),
        ["display_name"] = displayName,
        ["language"] = "C#",
        ["interrupt_mode"] = "message",
        ["metadata"] = new JsonObject { [Mark] = true, ["debugger"] = false },
    }.ToJsonString(new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }) + "\n";
}
