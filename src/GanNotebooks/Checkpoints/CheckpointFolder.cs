namespace GanNotebooks.Checkpoints;

/// <summary>
/// A folder of checkpoints, each a folder of files. A checkpoint is written under a temporary name, flushed to the disk and renamed to a name
/// that was never used before, so a crash cannot leave half a checkpoint.
/// </summary>
internal static class CheckpointFolder
{
    private const string Unfinished = ".tmp";

    /// <summary>Adds a checkpoint and removes old ones.</summary>
    /// <param name="root">The folder of a training's checkpoints; created when missing.</param>
    /// <param name="step">The training step, which becomes part of the checkpoint's name.</param>
    /// <param name="keep">How many of the newest checkpoints to keep, at least 1.</param>
    /// <param name="write">Writes the files into the folder that it is given.</param>
    /// <returns>The new checkpoint's folder.</returns>
    public static string Add(string root, long step, int keep, Action<string> write)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        Directory.CreateDirectory(root);
        foreach (var left in Directory.GetDirectories(root, $"*{Unfinished}")) Directory.Delete(left, recursive: true);
        var number = All(root).Select(Number).DefaultIfEmpty(0).Max() + 1;
        var target = Path.Combine(root, $"{number:D6}-step-{step}");
        Directory.CreateDirectory(target + Unfinished);
        write(target + Unfinished);
        foreach (var path in Directory.GetFiles(target + Unfinished))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
            file.Flush(flushToDisk: true);
        }
        Directory.Move(target + Unfinished, target);
        foreach (var old in All(root).SkipLast(keep)) Remove(old);
        return target;
    }

    /// <summary>The folder of the newest checkpoint.</summary>
    /// <param name="folder">A folder of checkpoints, or one of them.</param>
    /// <exception cref="DirectoryNotFoundException">There is no checkpoint.</exception>
    public static string Newest(string folder)
    {
        if (CheckpointManifest.Is(folder)) return folder;
        return (Directory.Exists(folder) ? All(folder).LastOrDefault() : null)
            ?? throw new DirectoryNotFoundException($"{folder}: there is no checkpoint here. Name the folder that a training saved to.");
    }

    /// <summary>Whether there is no checkpoint yet.</summary>
    /// <param name="root">A folder of checkpoints; it need not exist.</param>
    public static bool IsEmpty(string root) => !Directory.Exists(root) || All(root).Length == 0;

    // The folder is renamed first: a half-removed one must not be taken for a checkpoint.
    private static void Remove(string checkpoint)
    {
        Directory.Move(checkpoint, checkpoint + Unfinished);
        Directory.Delete(checkpoint + Unfinished, recursive: true);
    }

    private static string[] All(string root) => [.. Directory.GetDirectories(root, "*-step-*").Where(path => !path.EndsWith(Unfinished, StringComparison.Ordinal) && Number(path) > 0).OrderBy(Number)];

    private static int Number(string path) => int.TryParse(Path.GetFileName(path).Split('-')[0], out var number) ? number : 0;
}

/// <summary>The names of a checkpoint's files.</summary>
internal static class CheckpointFiles
{
    public const string Generator = "generator.safetensors", Discriminator = "discriminator.safetensors", Average = "average.safetensors";
    public const string GeneratorOptimizer = "generator.optimizer", DiscriminatorOptimizer = "discriminator.optimizer";
    public const string Random = "chance.safetensors", History = "history.csv", Manifest = "manifest.json";
}
