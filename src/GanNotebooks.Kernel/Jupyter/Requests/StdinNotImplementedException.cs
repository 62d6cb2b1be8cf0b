namespace GanNotebooks.Kernel.Jupyter.Requests;

/// <summary>A cell asks its user, and the front end that runs it has said that it cannot.</summary>
internal sealed class StdinNotImplementedException() : NotSupportedException(
    "The cell asks for input, and this front end does not support that. Put the value into the cell, or run it where you can answer.");
