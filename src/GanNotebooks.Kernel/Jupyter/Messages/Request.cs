using System.Text.Json;

namespace GanNotebooks.Kernel.Jupyter.Messages;

/// <summary>A message that a front end sent and signed.</summary>
internal sealed record Request
{
    /// <summary>Who sent it: the routing identity on its socket.</summary>
    public required byte[] Identity { get; init; }

    /// <summary>For example execute_request.</summary>
    public required string Type { get; init; }

    /// <summary>The front end's session.</summary>
    public required string Session { get; init; }

    /// <summary>Its header as it came: the parent header of everything that it causes.</summary>
    public required byte[] Header { get; init; }

    /// <summary>What the front end adds, for example the cell's id.</summary>
    public required JsonElement Metadata { get; init; }

    /// <summary>What is asked.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>Its place in the order of arrival.</summary>
    public long Arrival { get; init; }
}
