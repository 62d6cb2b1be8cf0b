using System.Text.Json.Serialization;
using GanNotebooks.Kernel.Display;

namespace GanNotebooks.Kernel.Scripting;

/// <summary>How one cell ended.</summary>
public sealed record CellResult
{
    /// <summary>Whether the cell ran to its end without an error.</summary>
    public bool Succeeded => Error is null;

    /// <summary>The error, or null.</summary>
    public CellError? Error { get; init; }

    /// <summary>Whether a stop was asked for while it ran; a cooperative cell may still have succeeded.</summary>
    public bool WasInterrupted { get; init; }

    /// <summary>Whether the cell ends in an expression with a value.</summary>
    public bool HasValue { get; init; }

    /// <summary>The value of the trailing expression, when there is one.</summary>
    [JsonIgnore]     // it exists only in the process that ran the cell
    public object? Value { get; init; }

    /// <summary>How the value is shown; null when there is none, or when it was already shown as by display(x).</summary>
    [JsonInclude]
    internal MimeBundle? Shown { get; init; }

    /// <summary>Wall time, including compilation.</summary>
    public TimeSpan Elapsed { get; init; }
}
