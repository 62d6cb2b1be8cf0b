namespace GanNotebooks.Cli;

/// <summary>The folder that executed lessons go to.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder and tries to write to it, before any time is spent.</summary>
    /// <param name="folder">Where it is to be.</param>
    /// <param name="remedy">What to do where it cannot be written to.</param>
    /// <returns>Its full path.</returns>
    /// <exception cref="UserError">It cannot be written to.</exception>
    public static string Prepare(string folder, string remedy = "Name another folder with --out.")
    {
        var full = Path.GetFullPath(folder);
        var trial = Path.Combine(full, $".{Environment.ProcessId}.tmp");
        try
        {
            Directory.CreateDirectory(full);
            File.WriteAllText(trial, "");
            File.Delete(trial);
            return full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{full} cannot be written to ({e.Message}). {remedy}", e);
        }
    }
}
