namespace GanNotebooks.Kernel.Notebooks;

/// <summary>A file is not a notebook that can be read; the message names the file, what was found and what was expected.</summary>
/// <param name="message">Names the file first.</param>
/// <param name="inner">What the JSON reader said, if it was JSON's fault.</param>
public sealed class NotebookFormatException(string message, Exception? inner = null) : Exception(message, inner);
