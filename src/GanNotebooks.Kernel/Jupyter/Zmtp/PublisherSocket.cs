using System.Net;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>PUB: sends each message to those who asked for its topic, which is its first frame.</summary>
/// <param name="endpoint">Where to bind.</param>
/// <param name="complaints">Hears of peers that misbehave.</param>
internal sealed class PublisherSocket(EndPoint endpoint, Complaints complaints) : ZmtpSocket(endpoint, "PUB", ["SUB", "XSUB"], complaints)
{
    private const byte Subscribe = 1;
    private const byte Cancel = 0;

    /// <summary>Sends a message; never waits.</summary>
    public void Publish(IReadOnlyList<byte[]> frames)
    {
        byte[]? wire = null;
        foreach (var peer in Peers.Where(peer => peer.Subscriptions.Match(frames[0])))
        {
            peer.Send(wire ??= Framing.Encode(frames));
        }
    }

    /// <summary>Waits until every peer that still reads has caught up.</summary>
    public void AwaitRoom()
    {
        foreach (var peer in Peers)
        {
            peer.AwaitRoom();
        }
    }

    /// <summary>Peers of version 3.0 subscribe by messages, later ones by commands.</summary>
    protected override void Received(Peer peer, byte[][] frames)
    {
        if (frames is [[Subscribe, .. var wanted]])
        {
            peer.Subscriptions.Add(wanted);
        }
        else if (frames is [[Cancel, .. var unwanted]])
        {
            peer.Subscriptions.Remove(unwanted);
        }
    }
}
