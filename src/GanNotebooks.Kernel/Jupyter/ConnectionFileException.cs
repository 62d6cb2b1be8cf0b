namespace GanNotebooks.Kernel.Jupyter;

/// <summary>A connection file cannot be used, or its addresses cannot be bound; the message says why.</summary>
/// <param name="message">Which file, and what is wrong.</param>
/// <param name="inner">The cause.</param>
public sealed class ConnectionFileException(string message, Exception? inner = null) : Exception(message, inner);
