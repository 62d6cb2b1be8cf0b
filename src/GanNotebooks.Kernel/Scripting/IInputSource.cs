namespace GanNotebooks.Kernel.Scripting;

/// <summary>Reads a user's input for a running cell: GetInputAsync, GetPasswordAsync and Console.ReadLine use it.</summary>
public interface IInputSource
{
    /// <summary>Asks the user for one line.</summary>
    /// <param name="prompt">The text to show; may be empty.</param>
    /// <param name="isPassword">Whether to hide what is typed.</param>
    /// <param name="cancel">Ends the wait: the cell was stopped.</param>
    /// <returns>The line, without its line end.</returns>
    Task<string> ReadAsync(string prompt, bool isPassword, CancellationToken cancel);
}
