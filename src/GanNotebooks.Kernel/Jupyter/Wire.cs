using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using GanNotebooks.Kernel.Jupyter.Messages;
using GanNotebooks.Kernel.Jupyter.Zmtp;

namespace GanNotebooks.Kernel.Jupyter;

/// <summary>The channels on which requests arrive.</summary>
internal enum Channel
{
    Shell,
    Control,
    Stdin,
}

/// <summary>A kernel's five sockets, and the signed messages on them.</summary>
internal sealed class Wire : IDisposable
{
    private readonly MessageFormat format;
    private readonly Complaints complaints;
    private readonly Action<Channel, Request> received;
    private readonly List<ZmtpSocket> sockets = [];
    private readonly Dictionary<Channel, RouterSocket> routers = [];
    private readonly PublisherSocket publisher;
    private long arrivals;

    /// <summary>Binds all sockets; messages are received after <see cref="Start"/>.</summary>
    /// <param name="connection">The addresses and the key.</param>
    /// <param name="received">Called with each signed message, on the thread of its sender.</param>
    /// <param name="complaints">Gets a line for each dropped message.</param>
    /// <exception cref="ConnectionFileException">An address cannot be bound.</exception>
    public Wire(ConnectionFile connection, Action<Channel, Request> received, Complaints complaints)
    {
        (this.received, this.complaints) = (received, complaints);
        format = new MessageFormat(connection.Key);
        try
        {
            publisher = Bound(connection.IOPub, port => new PublisherSocket(connection.EndPoint(port), complaints));
            foreach (var (channel, number) in new[] { (Channel.Shell, connection.Shell), (Channel.Control, connection.Control), (Channel.Stdin, connection.Stdin) })
            {
                routers[channel] = Bound(number, port => new RouterSocket(connection.EndPoint(port), (identity, frames) => Read(channel, identity, frames), complaints));
            }
            Bound(connection.Heartbeat, port => new ReplySocket(connection.EndPoint(port), complaints));
        }
        catch
        {
            Dispose();
            throw;
        }

        TSocket Bound<TSocket>(int port, Func<int, TSocket> bind) where TSocket : ZmtpSocket
        {
            try
            {
                var socket = bind(port);
                sockets.Add(socket);
                return socket;
            }
            catch (Exception e) when (e is SocketException or ArgumentException or PlatformNotSupportedException)
            {
                throw new ConnectionFileException($"{connection.Transport} {connection.Address}, port {port} cannot be listened on: {e.Message}. Start the kernel with another connection file.", e);
            }
        }
    }

    /// <summary>How many messages have arrived: the <see cref="Request.Arrival"/> of the last one.</summary>
    public long Arrivals => Interlocked.Read(ref arrivals);

    /// <summary>Starts to listen.</summary>
    public void Start() => sockets.ForEach(socket => socket.Start());

    /// <summary>Sends a message to one front end.</summary>
    /// <returns>False when it is not connected to this channel.</returns>
    public bool Send(Channel channel, Request request, string type, JsonObject content) =>
        routers[channel].Send(request.Identity, format.Write(type, request.Header, content));

    /// <summary>Sends a message to every front end.</summary>
    /// <param name="parentHeader">The header of the request that caused it.</param>
    /// <param name="type">For example stream.</param>
    /// <param name="content">Its content.</param>
    public void Publish(byte[] parentHeader, string type, JsonObject content) => Publish(parentHeader, [(type, content)]);

    /// <summary>Sends several messages to every front end, so that they arrive together.</summary>
    /// <param name="parentHeader">The header of the request that caused them.</param>
    /// <param name="messages">Each with its type and content.</param>
    public void Publish(byte[] parentHeader, IEnumerable<(string Type, JsonObject Content)> messages) =>
        publisher.Publish([.. messages.Select(message => (byte[][])[Encoding.ASCII.GetBytes(message.Type), .. format.Write(message.Type, parentHeader, message.Content)])]);

    /// <summary>Waits until front ends have received what was published; those that no longer read are dropped.</summary>
    public void AwaitRoom() => publisher.AwaitRoom();

    /// <summary>Closes all sockets, after the waiting messages are sent or the time is over.</summary>
    public void Close(TimeSpan patience)
    {
        var end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        foreach (var socket in sockets)
        {
            socket.Close(TimeSpan.FromMilliseconds(Math.Max(0, end - Environment.TickCount64)));
        }
    }

    public void Dispose() => Close(TimeSpan.Zero);

    private void Read(Channel channel, byte[] identity, byte[][] frames)
    {
        try
        {
            received(channel, format.Read(identity, frames) with { Arrival = Interlocked.Increment(ref arrivals) });
        }
        catch (MessageException e)
        {
            complaints.Say($"dropped on {channel}: {e.Message}");
        }
    }
}
