namespace GanNotebooks.Kernel.Scripting;

/// <summary>A cell asks for input, and there is no user to ask.</summary>
/// <param name="message">Why, and what to do.</param>
internal sealed class StdinNotImplementedException(string message) : NotSupportedException(message)
{
    public StdinNotImplementedException()
        : this("The cell asks for input, and this front end does not support that. Put the value into the cell, or run it where you can answer.")
    {
    }
}
