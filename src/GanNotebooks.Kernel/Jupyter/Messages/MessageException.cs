namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>A front end's message cannot be processed; the exception's message says why.</summary>
internal sealed class MessageException(string message) : Exception(message);
