using GanNotebooks.Checkpoints;
using GanNotebooks.Data;

namespace GanNotebooks.Cli;

/// <summary>The folder of a training: its checkpoints, each a folder, and beside them pictures of samples and the history of losses.</summary>
/// <param name="Output">The folder, locked by this program.</param>
internal sealed record TrainFolder(OutputFolder Output) : IDisposable
{
    /// <summary>The folder.</summary>
    public string Path => Output.Path;

    public string History => System.IO.Path.Combine(Path, "history.csv");

    /// <summary>The newest checkpoint.</summary>
    public string Newest => CheckpointManifest.NewestIn(Path);

    public string Samples(long step) => System.IO.Path.Combine(Path, $"samples-step-{step}.png");

    /// <summary>Opens a folder for a new training.</summary>
    /// <param name="asked">The requested folder, or null for the first of <paramref name="usual"/>, <c>usual-2</c>, <c>usual-3</c>, … that is free.</param>
    /// <param name="usual">The default folder for trainings of this kind.</param>
    /// <exception cref="UserError">It cannot be written to, or holds another training.</exception>
    public static TrainFolder New(string? asked, string usual)
    {
        if (asked is not null)
            return Fresh(asked) ?? throw new UserError($"{asked} holds a training already. Continue it with --resume {asked}, or name another folder with --out.");
        for (var number = 1; ; number++)
        {
            try
            {
                if (Fresh(number == 1 ? usual : $"{usual}-{number}") is { } folder) return folder;
            }
            catch (UserError e) when (e.InnerException is FolderInUseException)
            {
                // Another training that is just beginning has locked it.
            }
        }
    }

    /// <summary>Opens the folder of a checkpoint's training.</summary>
    /// <param name="checkpoint">The training's folder, or one of its checkpoints.</param>
    /// <exception cref="UserError">There is no checkpoint, or the folder cannot be written to.</exception>
    public static TrainFolder Of(string checkpoint)
    {
        if (!CheckpointManifest.IsIn(checkpoint)) throw new UserError($"{checkpoint}: there is no checkpoint here. Name the folder that gan train saved to.");
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(checkpoint));
        var folder = new TrainFolder(OutputFolder.Open(CheckpointManifest.Is(full) ? System.IO.Path.GetDirectoryName(full)! : full));
        foreach (var torn in Directory.GetFiles(folder.Path, "*.tmp")) File.Delete(torn);       // left by a process that was killed
        return folder;
    }

    /// <summary>Opens a folder without a training, or returns null if it holds one. This is checked again after locking, when no other program can begin one.</summary>
    private static TrainFolder? Fresh(string path)
    {
        if (CheckpointManifest.IsIn(path)) return null;
        var folder = new TrainFolder(OutputFolder.Open(path));
        if (!CheckpointManifest.IsIn(path)) return folder;
        folder.Dispose();
        return null;
    }

    /// <summary>Releases the folder.</summary>
    public void Dispose() => Output.Dispose();
}
