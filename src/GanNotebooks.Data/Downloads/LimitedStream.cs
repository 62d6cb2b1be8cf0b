namespace GanNotebooks.Data.Downloads;

/// <summary>A stream that throws beyond a limit: data that unpack to more than they should are an attack or an accident.</summary>
/// <param name="inner">The stream to read.</param>
/// <param name="mostBytes">The limit in bytes.</param>
/// <param name="before">How many bytes of the same file were read before.</param>
internal class LimitedStream(Stream inner, long mostBytes, long before = 0) : Stream
{
    private long read = before;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var count = inner.Read(buffer);
        read += count;
        See(buffer[..count]);
        return read <= mostBytes ? count
            : throw new InvalidDataException($"it unpacks to more than {mostBytes:N0} bytes.");
    }

    /// <summary>Called with the bytes that were read, before the reader gets them.</summary>
    protected virtual void See(ReadOnlySpan<byte> bytes)
    {
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
