namespace GanNotebooks.Kernel.Notebooks;

/// <summary>A file is not a notebook that can be read; the message names the file, what was found and what was expected.</summary>
/// <param name="message">Names the file first.</param>
/// <param name="inner">The JSON reader's error, if there is one.</param>
public sealed class NotebookFormatException(string message, Exception? inner = null) : Exception(message, inner);
