using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>ROUTER: hears many peers, and answers each by its identity.</summary>
/// <param name="endpoint">Where to bind.</param>
/// <param name="received">Takes the sender's identity and the frames; called on the sender's thread.</param>
/// <param name="complaints">Hears of peers that misbehave.</param>
internal sealed class RouterSocket(EndPoint endpoint, Action<byte[], byte[][]> received, Complaints complaints)
    : ZmtpSocket(endpoint, "ROUTER", ["DEALER", "REQ", "ROUTER"], complaints)
{
    private readonly ConcurrentDictionary<string, Peer> byIdentity = new();
    private readonly ConcurrentDictionary<Peer, byte[]> identities = new();

    /// <summary>Sends a message to one peer.</summary>
    /// <returns>False: there is no such peer, or no longer.</returns>
    public bool Send(byte[] identity, IReadOnlyList<byte[]> frames)
    {
        if (!byIdentity.TryGetValue(Key(identity), out var peer))
        {
            return false;
        }
        peer.Send(Framing.Encode(frames));
        return true;
    }

    /// <inheritdoc/>
    protected override void Joined(Peer peer)
    {
        var identity = peer.Identity.Length > 0 ? peer.Identity : [0, .. RandomNumberGenerator.GetBytes(8)];
        identities[peer] = identity;
        if (byIdentity.TryGetValue(Key(identity), out var earlier))
        {
            earlier.Dispose();   // the same front end again, after its connection broke
        }
        byIdentity[Key(identity)] = peer;
    }

    /// <inheritdoc/>
    protected override void Received(Peer peer, byte[][] frames) => received(identities[peer], frames);

    /// <inheritdoc/>
    protected override void Left(Peer peer)
    {
        if (identities.TryRemove(peer, out var identity))
        {
            byIdentity.TryRemove(new(Key(identity), peer));
        }
    }

    private static string Key(byte[] identity) => Convert.ToHexString(identity);
}
