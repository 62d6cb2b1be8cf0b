namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A peer does not follow ZMTP 3.0, or not the part of it that its socket may use.</summary>
internal sealed class ZmtpException(string message) : Exception(message);
