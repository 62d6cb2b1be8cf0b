using System.Net;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>REP that sends back what it receives: Jupyter's heartbeat.</summary>
/// <param name="endpoint">The address to bind.</param>
/// <param name="complaints">Gets a line for each peer that breaks the protocol.</param>
internal sealed class ReplySocket(EndPoint endpoint, Complaints complaints) : ZmtpSocket(endpoint, "REP", ["REQ", "DEALER"], complaints)
{
    /// <inheritdoc/>
    protected override void Received(Peer peer, byte[][] frames) => peer.Send(Framing.Encode(frames));
}
