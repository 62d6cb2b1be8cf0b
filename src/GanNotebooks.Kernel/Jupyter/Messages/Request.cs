using System.Text.Json;

namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>A message that a front end sent and signed.</summary>
internal sealed record Request
{
    /// <summary>The sender: its routing identity on the socket.</summary>
    public required byte[] Identity { get; init; }

    /// <summary>The message's type, for example execute_request.</summary>
    public required string Type { get; init; }

    /// <summary>The front end's session.</summary>
    public required string Session { get; init; }

    /// <summary>Its header as received: the parent header of all replies and outputs.</summary>
    public required byte[] Header { get; init; }

    /// <summary>The front end's additions, for example the cell's id.</summary>
    public required JsonElement Metadata { get; init; }

    /// <summary>The content of the request.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>Its number in the order of arrival.</summary>
    public long Arrival { get; init; }
}
