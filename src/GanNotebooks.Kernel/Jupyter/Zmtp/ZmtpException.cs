namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A peer does not speak ZMTP 3.0, or not the part of it that its socket may.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
