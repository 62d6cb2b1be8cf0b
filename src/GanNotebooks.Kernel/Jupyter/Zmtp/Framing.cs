using System.Buffers.Binary;

namespace GanNotebooks.Kernel.Jupyter.Zmtp;

/// <summary>The flags of a frame.</summary>
[Flags]
internal enum FrameFlags : byte
{
    None = 0,
    More = 1,
    Long = 2,
    Command = 4,
}

/// <summary>One frame as it was read.</summary>
internal readonly record struct Frame(FrameFlags Flags, byte[] Body);

/// <summary>ZMTP's framing: flags, a length of one or eight bytes, the body.</summary>
internal static class Framing
{
    private const int AtOnce = 1 << 20;   // memory for a claimed length is allocated only as its bytes arrive
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;

    /// <summary>Reads one frame.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="largest">The largest body; a longer one is an error.</param>
    /// <exception cref="ZmtpException">The bytes are no frame, or the frame is too long.</exception>
    /// <exception cref="EndOfStreamException">The peer is gone.</exception>
    public static Frame Read(Stream stream, long largest)
    {
        Span<byte> head = stackalloc byte[9];
        stream.ReadExactly(head[..2]);
        var flags = (FrameFlags)head[0];
        if ((flags & ~Known) != 0 || flags.HasFlag(FrameFlags.Command) && flags.HasFlag(FrameFlags.More))
        {
            throw new ZmtpException($"a frame's flags were 0x{head[0]:x2}");
        }
        ulong length = head[1];
        if (flags.HasFlag(FrameFlags.Long))
        {
            stream.ReadExactly(head[2..]);
            length = BinaryPrimitives.ReadUInt64BigEndian(head[1..]);
        }
        return length <= (ulong)largest
            ? new Frame(flags & ~FrameFlags.Long, ReadBody(stream, (int)length))
            : throw new ZmtpException($"a frame of {length} bytes, where {largest} were allowed");
    }

    /// <summary>The bytes of a message of one or more frames.</summary>
    public static byte[] Encode(IReadOnlyList<byte[]> frames)
    {
        using var wire = new MemoryStream(frames.Sum(frame => frame.Length + 9));
        for (var i = 0; i < frames.Count; i++)
        {
            Write(wire, i < frames.Count - 1 ? FrameFlags.More : FrameFlags.None, frames[i]);
        }
        return wire.ToArray();
    }

    /// <summary>The bytes of a command.</summary>
    public static byte[] EncodeCommand(ReadOnlySpan<byte> body)
    {
        using var wire = new MemoryStream();
        Write(wire, FrameFlags.Command, body);
        return wire.ToArray();
    }

    private static void Write(MemoryStream wire, FrameFlags flags, ReadOnlySpan<byte> body)
    {
        if (body.Length <= byte.MaxValue)
        {
            wire.Write([(byte)flags, (byte)body.Length]);
        }
        else
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(length, body.Length);
            wire.WriteByte((byte)(flags | FrameFlags.Long));
            wire.Write(length);
        }
        wire.Write(body);
    }

    private static byte[] ReadBody(Stream stream, int length)
    {
        var body = new byte[Math.Min(length, AtOnce)];
        stream.ReadExactly(body);
        while (body.Length < length)
        {
            var read = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, 2L * read));
            stream.ReadExactly(body.AsSpan(read));
        }
        return body;
    }
}
