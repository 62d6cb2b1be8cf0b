namespace GanNotebooks.Data.Downloads;

/// <summary>
/// A tar archive for .NET's reader, which trusts the lengths of notes (long names, extended attributes) and allocates arrays for them:
/// a note of absurd length throws before that.
/// </summary>
internal sealed class TarStream(Stream inner, long mostBytes) : LimitedStream(inner, mostBytes)
{
    private const int Block = 512;
    private const int SizeAt = 124, SizeLength = 12, TypeAt = 156;
    private const long MostNoteBytes = 1 << 20;
    private readonly byte[] header = new byte[Block];
    private int filled;
    private long skip;

    protected override void See(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var passed = (int)Math.Min(skip, bytes.Length);
            skip -= passed;
            bytes = bytes[passed..];
            var taken = Math.Min(Block - filled, bytes.Length);
            bytes[..taken].CopyTo(header.AsSpan(filled));
            bytes = bytes[taken..];
            if ((filled += taken) == Block) Next();
        }
    }

    private void Next()
    {
        filled = 0;
        var size = Size(header.AsSpan(SizeAt, SizeLength));
        if (header[TypeAt] is (byte)'x' or (byte)'g' or (byte)'L' or (byte)'K' && size > MostNoteBytes)
            throw new InvalidDataException($"it holds a note of {size:N0} bytes on one of its files.");
        skip = (size + Block - 1) / Block * Block;
    }

    /// <summary>A length in octal digits, or in binary when the first bit is set.</summary>
    private static long Size(ReadOnlySpan<byte> field)
    {
        var size = 0L;
        if (field[0] >= 0x80)
        {
            foreach (var part in field[4..]) size = (size << 8) | part;
            return Math.Clamp(size, 0, long.MaxValue - Block);
        }
        foreach (var digit in field)
            if (digit is >= (byte)'0' and <= (byte)'7') size = (size * 8) + (digit - '0');
        return size;
    }
}
