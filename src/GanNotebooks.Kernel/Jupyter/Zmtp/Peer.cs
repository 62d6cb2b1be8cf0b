using System.Net.Sockets;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>One connection: its handshake, what it sends, and what is sent to it.</summary>
internal sealed class Peer : IDisposable
{
    private const int LargestCommand = 4096;
    private const long LargestMessage = 64L << 20;
    private const int FrameCost = 64;   // counted for every frame, so that empty frames reach the limit too
    private static readonly TimeSpan HandshakeTime = TimeSpan.FromSeconds(10);

    private readonly Socket socket;
    private readonly NetworkStream stream;
    private readonly BufferedStream input;
    private readonly SendQueue output;
    private int closed;

    public Peer(Socket socket)
    {
        this.socket = socket;
        stream = new NetworkStream(socket, ownsSocket: true);
        input = new BufferedStream(stream, 64 << 10);
        output = new SendQueue(stream, Dispose);
    }

    /// <summary>The identity that the peer chose; empty when it chose none.</summary>
    public byte[] Identity { get; private set; } = [];

    /// <summary>The topics that the peer subscribes to.</summary>
    public Subscriptions Subscriptions { get; } = new();

    /// <summary>Exchanges greetings and READY.</summary>
    /// <param name="ownType">The type of this socket.</param>
    /// <param name="accepted">The types of sockets that may connect to it.</param>
    /// <exception cref="ZmtpException">The peer sends something else.</exception>
    public void ShakeHands(string ownType, IReadOnlyCollection<string> accepted)
    {
        socket.ReceiveTimeout = (int)HandshakeTime.TotalMilliseconds;
        Send(Greeting.Bytes);
        Greeting.Read(input);
        Send(Commands.Ready(ownType));
        var frame = Framing.Read(input, LargestCommand);
        var (name, rest) = frame.Flags.HasFlag(FrameFlags.Command) ? Commands.Parse(frame.Body) : throw new ZmtpException("a message came before READY");
        if (name != "READY")
        {
            throw new ZmtpException($"{name} came before READY");
        }
        (var type, Identity) = Commands.ParseReady(rest);
        if (!accepted.Contains(type))
        {
            throw new ZmtpException($"a {type} socket cannot talk to {ownType}; {string.Join(" and ", accepted)} can");
        }
        if (Identity.Length > byte.MaxValue)
        {
            throw new ZmtpException($"an identity of {Identity.Length} bytes, where 255 are allowed");
        }
        socket.ReceiveTimeout = 0;
    }

    /// <summary>Receives the frames of the next message; commands that come before it are carried out.</summary>
    /// <exception cref="ZmtpException">The frames are not a message, or too long.</exception>
    /// <exception cref="IOException">The peer is gone.</exception>
    public byte[][] Receive()
    {
        var frames = new List<byte[]>(8);
        for (var left = LargestMessage; ;)
        {
            var frame = Framing.Read(input, left);
            if (frame.Flags.HasFlag(FrameFlags.Command))
            {
                Obey(frame.Body);
                continue;
            }
            left -= frame.Body.Length + FrameCost;
            frames.Add(frame.Body);
            if (!frame.Flags.HasFlag(FrameFlags.More))
            {
                return [.. frames];
            }
            if (left <= 0)
            {
                throw new ZmtpException($"a message of more than {LargestMessage} bytes");
            }
        }
    }

    /// <summary>Sends bytes that are already framed; never waits.</summary>
    public void Send(byte[] wire) => output.Add(wire);

    /// <summary>Waits until the peer has received what was sent; one that does not read is closed.</summary>
    public void AwaitRoom() => output.AwaitRoom();

    /// <summary>Sends what is waiting, for at most this long, and closes.</summary>
    public void Close(TimeSpan patience)
    {
        output.End(patience);
        Dispose();
    }

    /// <summary>Closes at once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) == 0)
        {
            output.End(TimeSpan.Zero);
            stream.Dispose();
        }
    }

    private void Obey(byte[] command)
    {
        var (name, rest) = Commands.Parse(command);
        switch (name)
        {
            case "PING" when rest.Length >= 2:   // two bytes of time to live, then the bytes to send back
                Send(Commands.Encode("PONG", rest.AsSpan(2, Math.Min(16, rest.Length - 2))));
                break;
            case "SUBSCRIBE":
                Subscriptions.Add(rest);
                break;
            case "CANCEL":
                Subscriptions.Remove(rest);
                break;
            case "ERROR":
                throw new ZmtpException("the peer reports an error");
        }
    }
}
