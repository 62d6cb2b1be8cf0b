using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>A bound socket: accepts peers and reads each on a thread of its own.</summary>
/// <remarks>Threads rather than tasks: a cell that fills the thread pool must not keep an interrupt from being heard.</remarks>
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

    /// <summary>Binds; nobody is heard before <see cref="Start"/>.</summary>
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

    /// <summary>Those whose handshake is done.</summary>
    protected IEnumerable<Peer> Peers => peers.Where(peer => peer.Value).Select(peer => peer.Key);

    /// <summary>Begins to accept peers.</summary>
    public void Start() => Spawn(Accept, $"ZMTP {type}");

    /// <summary>Closes every peer after what was sent to it, or after the time.</summary>
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

    /// <summary>A peer is ready to talk.</summary>
    protected virtual void Joined(Peer peer)
    {
    }

    /// <summary>A message came; called on the peer's thread.</summary>
    protected abstract void Received(Peer peer, byte[][] frames);

    /// <summary>A peer has gone.</summary>
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
                    peer.Dispose();   // it came too late to be among those that were closed
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
            {
                Thread.Sleep(10);   // either this socket was disposed, or the peer had gone before it was accepted, or the system is out of handles
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
            if (e is not (IOException or ObjectDisposedException or NotSupportedException))   // those say that it went away; front ends do
            {
                complaints.Say($"a connection to the {type} socket was closed: {e}");
            }
        }
        finally
        {
            Left(peer);
            if (!disposed)   // else whoever closes this socket closes the peer too, once what was sent to it has gone out
            {
                peers.TryRemove(peer, out _);
                peer.Dispose();
            }
        }
    }

    private static void Spawn(Action work, string name) =>
        new Thread(() => work(), StackSize) { IsBackground = true, Name = name }.Start();
}
