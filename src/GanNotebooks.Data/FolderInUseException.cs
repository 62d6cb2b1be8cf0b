namespace GanNotebooks.Data;

/// <summary>Another program is writing to a folder.</summary>
public sealed class FolderInUseException : IOException
{
    /// <summary>Names the folder and the program.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="holder">Which program, and since when.</param>
    /// <param name="inner">The system's error.</param>
    public FolderInUseException(string folder, string holder, Exception? inner = null)
        : base($"{folder} is being written to by another program ({holder}). Wait until it has finished, or name another folder.", inner) => Holder = holder;

    /// <summary>Which program, and since when.</summary>
    public string Holder { get; }
}
