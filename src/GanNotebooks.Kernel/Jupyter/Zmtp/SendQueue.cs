namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>What waits to be written to one peer, and the thread that writes it: a slow peer delays nobody else.</summary>
internal sealed class SendQueue
{
    private const long MostBytes = 256L << 20;   // a peer this far behind is lost
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

    /// <summary>Starts to write.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="lost">Called when the peer cannot be written to any more.</param>
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

    /// <summary>Waits until the peer has caught up; one that reads nothing for two seconds is lost.</summary>
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

    /// <summary>Takes nothing more.</summary>
    /// <param name="patience">How long what waits may take; zero: it is dropped.</param>
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
