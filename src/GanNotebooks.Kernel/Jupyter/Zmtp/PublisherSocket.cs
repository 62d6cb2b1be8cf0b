using System.Net;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>PUB: sends each message to the peers that subscribe to its topic, which is its first frame.</summary>
/// <param name="endpoint">The address to bind.</param>
/// <param name="complaints">Gets a line for each peer that breaks the protocol.</param>
internal sealed class PublisherSocket(EndPoint endpoint, Complaints complaints) : ZmtpSocket(endpoint, "PUB", ["SUB", "XSUB"], complaints)
{
    private const byte Subscribe = 1;
    private const byte Cancel = 0;

    /// <summary>Sends messages, those of one call together; never waits.</summary>
    /// <param name="messages">The frames of each.</param>
    public void Publish(params IReadOnlyList<byte[][]> messages)
    {
        var wires = new byte[messages.Count][];
        foreach (var peer in Peers)
        {
            byte[][] wanted = [.. Enumerable.Range(0, messages.Count).Where(at => peer.Subscriptions.Match(messages[at][0])).Select(at => wires[at] ??= Framing.Encode(messages[at]))];
            if (wanted.Length > 0)
            {
                peer.Send(Together(wanted));
            }
        }
    }

    private static byte[] Together(byte[][] wires)
    {
        if (wires is [var only])
        {
            return only;
        }
        using var all = new MemoryStream(wires.Sum(wire => wire.Length));
        foreach (var wire in wires)
        {
            all.Write(wire);
        }
        return all.ToArray();
    }

    /// <summary>Waits until every peer that still reads has received everything.</summary>
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
