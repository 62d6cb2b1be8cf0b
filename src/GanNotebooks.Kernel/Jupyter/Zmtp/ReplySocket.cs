using System.Net;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>REP that sends back what it hears: Jupyter's heartbeat.</summary>
/// <param name="endpoint">Where to bind.</param>
/// <param name="complaints">Hears of peers that misbehave.</param>
internal sealed class ReplySocket(EndPoint endpoint, Complaints complaints) : ZmtpSocket(endpoint, "REP", ["REQ", "DEALER"], complaints)
{
    /// <inheritdoc/>
    protected override void Received(Peer peer, byte[][] frames) => peer.Send(Framing.Encode(frames));
}
