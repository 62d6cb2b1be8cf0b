using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>ROUTER: receives from many peers, and answers each by its identity.</summary>
/// <param name="endpoint">The address to bind.</param>
/// <param name="received">Called with the sender's identity and the frames, on the sender's thread.</param>
/// <param name="complaints">Gets a line for each peer that breaks the protocol.</param>
internal sealed class RouterSocket(EndPoint endpoint, Action<byte[], byte[][]> received, Complaints complaints)
    : ZmtpSocket(endpoint, "ROUTER", ["DEALER", "REQ", "ROUTER"], complaints)
{
    private readonly ConcurrentDictionary<Peer, byte[]> identities = new();

    /// <summary>Sends a message to one front end: by all connections with its identity. One may be left over from a broken connection, and clients of one session share an identity.</summary>
    /// <returns>False when there is no such front end, or it is gone.</returns>
    public bool Send(byte[] identity, IReadOnlyList<byte[]> frames)
    {
        byte[]? wire = null;
        foreach (var peer in identities.Where(known => known.Value.AsSpan().SequenceEqual(identity)).Select(known => known.Key))
        {
            peer.Send(wire ??= Framing.Encode(frames));
        }
        return wire is not null;
    }

    /// <inheritdoc/>
    protected override void Joined(Peer peer) => identities[peer] = peer.Identity.Length > 0 ? peer.Identity : [0, .. RandomNumberGenerator.GetBytes(8)];

    /// <inheritdoc/>
    protected override void Received(Peer peer, byte[][] frames) => received(identities[peer], frames);

    /// <inheritdoc/>
    protected override void Left(Peer peer) => identities.TryRemove(peer, out _);
}
