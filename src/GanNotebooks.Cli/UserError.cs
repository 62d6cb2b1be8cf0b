namespace GanNotebooks.Cli;

/// <summary>A mistake of the user. The message says what was wrong, what was expected and what to do.</summary>
internal sealed class UserError(string message, Exception? inner = null) : Exception(message, inner);
