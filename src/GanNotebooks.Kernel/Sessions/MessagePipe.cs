using System.Buffers.Binary;

namespace GanNotebooks.Kernel.Sessions;

/// <summary>The messages between the two processes of a session.</summary>
internal enum Word : byte
{
    // To the process that runs the cells.
    WarmUp,
    Run,
    Stop,
    Complete,
    Inspect,
    Judge,
    Answer,
    End,

    // From it.
    Ready,
    Stream,
    Display,
    Update,
    Result,
    Clear,
    Error,
    Done,
    Completion,
    Inspection,
    Judgement,
    Ask,
}

/// <summary>Sends and receives messages over two pipes, completely or not at all: a length, a word, its contents.</summary>
internal sealed class MessagePipe(Stream input, Stream output) : IDisposable
{
    private readonly Lock gate = new();
    private readonly BufferedStream buffered = new(input, 64 << 10);   // a cell that prints much sends many small messages

    /// <summary>Sends a message; waits while the other side does not read. Messages to a process that is gone are dropped.</summary>
    public void Send(Word word, Action<BinaryWriter> write)
    {
        using var message = new MemoryStream();
        using var writer = new BinaryWriter(message);
        writer.Write(0);   // the length, once it is known
        writer.Write((byte)word);
        write(writer);
        writer.Flush();
        BinaryPrimitives.WriteInt32LittleEndian(message.GetBuffer(), (int)message.Length - sizeof(int));
        try
        {
            lock (gate)
            {
                output.Write(message.GetBuffer(), 0, (int)message.Length);
                output.Flush();
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Code that waits for an answer is notified of the end in another way.
        }
    }

    /// <summary>The next message, or null when the other side is gone.</summary>
    public (Word Word, BinaryReader Content)? Receive()
    {
        try
        {
            Span<byte> length = stackalloc byte[sizeof(int)];
            buffered.ReadExactly(length);
            var message = new byte[BinaryPrimitives.ReadInt32LittleEndian(length)];
            buffered.ReadExactly(message);
            return ((Word)message[0], new BinaryReader(new MemoryStream(message, 1, message.Length - 1)));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        buffered.Dispose();
        output.Dispose();
    }
}
