using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using GanNotebooks.Kernel.Jupyter.Zmtp;

namespace GanNotebooks.Kernel.Tests.Jupyter;

/// <summary>The other end of a ZMTP connection: what a front end's library does, and what it should not.</summary>
internal sealed class ZmtpClient : IDisposable
{
    private const int Largest = 64 << 20;
    private readonly Socket socket;

    private ZmtpClient(EndPoint endpoint)
    {
        socket = new Socket(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 60_000 };
        socket.Connect(endpoint);
        Stream = new NetworkStream(socket);
    }

    /// <summary>The bare connection.</summary>
    public NetworkStream Stream { get; }

    /// <summary>Connects, and leaves the handshake to the test.</summary>
    public static ZmtpClient Silent(EndPoint endpoint) => new(endpoint);

    /// <summary>Connects and shakes hands.</summary>
    public static ZmtpClient Connect(EndPoint endpoint, string socketType, string identity = "")
    {
        var client = new ZmtpClient(endpoint);
        client.Stream.Write(Greeting.Bytes);
        Greeting.Read(client.Stream);
        client.Stream.Write(Ready(socketType, identity));
        var (name, _) = Commands.Parse(Framing.Read(client.Stream, Largest).Body);
        if (name != "READY") throw new InvalidDataException($"The other end said {name} instead of READY.");
        return client;
    }

    public static byte[] Ready(string socketType, string identity) =>
        Commands.Encode("READY", [.. Property("Socket-Type", socketType), .. Property("Identity", identity)]);

    public void Send(params byte[][] frames) => Stream.Write(Framing.Encode(frames));

    public void Command(string name, params byte[] rest) => Stream.Write(Commands.Encode(name, rest));

    public Frame ReceiveFrame() => Framing.Read(Stream, Largest);

    public byte[][] Receive()
    {
        var frames = new List<byte[]>();
        for (var more = true; more;)
        {
            var frame = ReceiveFrame();
            frames.Add(frame.Body);
            more = frame.Flags.HasFlag(FrameFlags.More);
        }
        return [.. frames];
    }

    /// <summary>Whether something comes within the time.</summary>
    public bool Hears(int milliseconds) => socket.Poll(milliseconds * 1000, SelectMode.SelectRead);

    /// <summary>Whether the other side closes the connection.</summary>
    public bool IsClosed()
    {
        try
        {
            var buffer = new byte[4096];
            while (Stream.Read(buffer) > 0)
            {
            }
            return true;
        }
        catch (IOException e)
        {
            return e.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset };
        }
    }

    public void Dispose()
    {
        Stream.Dispose();
        socket.Dispose();
    }

    private static byte[] Property(string name, string value)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, Encoding.UTF8.GetByteCount(value));
        return [(byte)name.Length, .. Encoding.ASCII.GetBytes(name), .. length, .. Encoding.UTF8.GetBytes(value)];
    }
}
