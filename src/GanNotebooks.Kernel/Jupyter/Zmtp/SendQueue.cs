namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>The bytes that wait for one peer, and the thread that writes them, so that a slow peer does not delay others.</summary>
internal sealed class SendQueue
{
    private const long MostBytes = 256L << 20;   // a peer that is this far behind is given up
    private const long Comfortable = 32L << 20;
    private const int Piece = 64 << 10;
    private const int StackSize = 256 << 10;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly object gate = new();
    private readonly Queue<byte[]> waiting = new();
    private readonly Stream stream;
    private readonly Action lost;
    private readonly Thread writer;
    private long waitingBytes;
    private long writtenPieces;
    private bool ending;

    /// <summary>Starts the writing thread.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="lost">Called when the peer can no longer be written to.</param>
    public SendQueue(Stream stream, Action lost)
    {
        this.stream = stream;
        this.lost = lost;
        writer = new Thread(WriteAll, StackSize) { IsBackground = true, Name = "ZMTP writer" };
        writer.Start();
    }

    /// <summary>Adds bytes; never waits.</summary>
    public void Add(byte[] wire)
    {
        lock (gate)
        {
            if (ending)
            {
                return;
            }
            waiting.Enqueue(wire);
            waitingBytes += wire.Length;
            Monitor.PulseAll(gate);
            if (waitingBytes <= MostBytes)
            {
                return;
            }
        }
        lost();
    }

    /// <summary>Waits until the peer has received everything; one that reads nothing for two seconds is given up.</summary>
    public void AwaitRoom()
    {
        lock (gate)
        {
            while (waitingBytes > Comfortable && !ending)
            {
                var before = writtenPieces;
                if (!Monitor.Wait(gate, Patience) && writtenPieces == before)
                {
                    break;
                }
            }
            if (waitingBytes <= Comfortable || ending)
            {
                return;
            }
        }
        lost();
    }

    /// <summary>Accepts no more bytes.</summary>
    /// <param name="patience">How long sending the waiting bytes may take; zero drops them.</param>
    public void End(TimeSpan patience)
    {
        lock (gate)
        {
            ending = true;
            if (patience == TimeSpan.Zero)
            {
                waiting.Clear();
            }
            Monitor.PulseAll(gate);
        }
        if (patience > TimeSpan.Zero && Thread.CurrentThread != writer)
        {
            writer.Join(patience);
        }
    }

    private void WriteAll()
    {
        try
        {
            while (Next() is { } wire)
            {
                for (var at = 0; at < wire.Length; at += Piece)
                {
                    var length = Math.Min(Piece, wire.Length - at);
                    stream.Write(wire, at, length);
                    lock (gate)
                    {
                        writtenPieces++;
                        waitingBytes -= length;
                        Monitor.PulseAll(gate);
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or NotSupportedException)
        {
            lost();
        }
    }

    private byte[]? Next()
    {
        lock (gate)
        {
            while (waiting.Count == 0)
            {
                if (ending)
                {
                    return null;
                }
                Monitor.Wait(gate);
            }
            return waiting.Dequeue();
        }
    }
}
