using GanNotebooks.Data;

namespace GanNotebooks.Cli;

/// <summary>A folder that a command writes to, and no other program meanwhile.</summary>
internal sealed class OutputFolder : IDisposable
{
    private readonly FolderLock only;

    private OutputFolder(string path, FolderLock only) => (Path, this.only) = (path, only);

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Makes the folder and takes it for this program, before any time is spent.</summary>
    /// <param name="folder">Where it is to be.</param>
    /// <param name="remedy">What to do where it cannot be written to.</param>
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

    /// <summary>Gives the folder free.</summary>
    public void Dispose() => only.Dispose();
}
