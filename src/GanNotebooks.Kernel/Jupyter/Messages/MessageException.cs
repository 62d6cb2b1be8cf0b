namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>What a front end sent cannot be obeyed; the message says why.</summary>
internal sealed class MessageException(string message) : Exception(message);
