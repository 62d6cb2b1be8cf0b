using GanNotebooks.Data;

namespace GanNotebooks.Cli;

/// <summary>A folder that a command writes to, locked against other programs.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly FolderLock only;

    private OutputFolder(string path, FolderLock only) => (Path, this.only) = (path, only);

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Creates and locks the folder, before any time is spent.</summary>
    /// <param name="folder">The folder's path.</param>
    /// <param name="remedy">What to do if it cannot be written to.</param>
    /// <exception cref="UserError">It cannot be written to, or another program writes to it.</exception>
    public static OutputFolder Open(string folder, string remedy = "Name another folder with --out.")
    {
        var full = System.IO.Path.GetFullPath(folder);
        try
        {
            return new OutputFolder(full, FolderLock.Take(full));
        }
        catch (FolderInUseException e)
        {
            throw new UserError(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{full} cannot be written to ({e.Message}). {remedy}", e);
        }
    }

    /// <summary>Releases the folder.</summary>
    public void Dispose() => only.Dispose();
}
