using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A bound socket: accepts peers and reads from each on its own thread.</summary>
/// <remarks>Threads, not tasks: a cell that fills the thread pool must not prevent an interrupt from being received.</remarks>
internal abstract class ZmtpSocket : IDisposable
{
    private const int MostPeers = 128;
    private const int StackSize = 256 << 10;

    private readonly string type;
    private readonly string[] accepted;
    private readonly Complaints complaints;
    private readonly Socket listener;
    private readonly ConcurrentDictionary<Peer, bool> peers = new();
    private volatile bool disposed;

    /// <summary>Binds the address; nothing is received before <see cref="Start"/>.</summary>
    /// <exception cref="SocketException">The address cannot be bound.</exception>
    protected ZmtpSocket(EndPoint endpoint, string type, string[] accepted, Complaints complaints)
    {
        (this.type, this.accepted, this.complaints) = (type, accepted, complaints);
        if (endpoint is UnixDomainSocketEndPoint && new FileInfo(endpoint.ToString()!) is { Exists: true, Length: 0 } left)
        {
            left.Delete();   // a kernel that was killed leaves its sockets behind
        }
        listener = new Socket(endpoint.AddressFamily, SocketType.Stream, endpoint is IPEndPoint ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            listener.Bind(endpoint);
            listener.Listen();
        }
        catch
        {
            listener.Dispose();
            throw;
        }
    }

    /// <summary>The peers whose handshake is done.</summary>
    protected IEnumerable<Peer> Peers => peers.Where(peer => peer.Value).Select(peer => peer.Key);

    /// <summary>Starts to accept peers.</summary>
    public void Start() => Spawn(Accept, $"ZMTP {type}");

    /// <summary>Closes every peer after sending what waits for it, or after this time.</summary>
    public void Close(TimeSpan patience)
    {
        disposed = true;
        listener.Dispose();
        foreach (var peer in peers.Keys)
        {
            peer.Close(patience);
        }
    }

    public void Dispose() => Close(TimeSpan.Zero);

    /// <summary>Called when a peer's handshake is done.</summary>
    protected virtual void Joined(Peer peer)
    {
    }

    /// <summary>Called with a message, on the peer's thread.</summary>
    protected abstract void Received(Peer peer, byte[][] frames);

    /// <summary>Called when a peer is gone.</summary>
    protected virtual void Left(Peer peer)
    {
    }

    private void Accept()
    {
        while (!disposed)
        {
            try
            {
                var socket = listener.Accept();
                if (peers.Count >= MostPeers)
                {
                    complaints.Say($"more than {MostPeers} connections to one {type} socket: one was refused");
                    socket.Dispose();
                    continue;
                }
                if (socket.AddressFamily != AddressFamily.Unix)
                {
                    socket.NoDelay = true;
                }
                var peer = new Peer(socket);
                peers[peer] = false;
                Spawn(() => Serve(peer), $"ZMTP {type} reader");
                if (disposed)
                {
                    peer.Dispose();   // it connected too late to be closed with the others
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                Thread.Sleep(10);   // either this socket was disposed, or the peer left before it was accepted, or the system is out of handles
            }
        }
    }

    private void Serve(Peer peer)
    {
        try
        {
            peer.ShakeHands(type, accepted);
            peers[peer] = true;
            Joined(peer);
            while (!disposed)
            {
                Received(peer, peer.Receive());
            }
        }
        catch (ZmtpException e)
        {
            complaints.Say($"a connection to the {type} socket was closed: {e.Message}");
        }
        catch (Exception e)
        {
            if (e is not (IOException or ObjectDisposedException or NotSupportedException))   // these mean that the peer left, which is normal for front ends
            {
                complaints.Say($"a connection to the {type} socket was closed: {e}");
            }
        }
        finally
        {
            Left(peer);
            if (!disposed)   // else closing this socket closes the peer too, after its waiting bytes are sent
            {
                peers.TryRemove(peer, out _);
                peer.Dispose();
            }
        }
    }

    private static void Spawn(Action work, string name) =>
        new Thread(() => work(), StackSize) { IsBackground = true, Name = name }.Start();
}
