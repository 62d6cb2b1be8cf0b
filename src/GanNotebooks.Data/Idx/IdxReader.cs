using System.Buffers.Binary;
using System.IO.Compression;

namespace GanNotebooks.Data;

/// <summary>Reads the elements after the header into one array, and never makes a large array on the header's word alone.</summary>
internal static class IdxReader
{
    private const int FirstGuess = 1 << 20;

    /// <summary>Reads an uncompressed file, whose length shows at once whether the header is right.</summary>
    public static IdxArray ReadPlain(FileStream file, string name)
    {
        var start = new byte[IdxHeader.MostHeaderBytes];
        var header = IdxHeader.Parse(start.AsSpan(0, Fill(file, start, name)), name);
        var found = file.Length - header.Bytes;
        if (found < header.DataBytes) throw TooShort(header, found, name, "the file is cut off. Download or copy it again");
        if (found > header.DataBytes) throw TooLong(header, $"{found - header.DataBytes}", name);
        var data = new byte[header.DataBytes];
        file.Position = header.Bytes;
        var read = Fill(file, data, name);
        if (read < data.Length) throw TooShort(header, read, name, "the file shrank while it was read. Read it again");
        return Finish(header, data);
    }

    /// <summary>Reads a gzip file, whose unpacked length only unpacking proves.</summary>
    public static IdxArray ReadGzip(FileStream file, string name)
    {
        var promised = UnpackedLength(file);
        using var content = new GZipStream(file, CompressionMode.Decompress);
        var start = new byte[IdxHeader.MostHeaderBytes];
        var started = Fill(content, start, name);
        if (started < 4 && promised != started) throw Damaged(name);   // else it would pass for an empty or foreign file
        var header = IdxHeader.Parse(start.AsSpan(0, started), name);
        // Gzip's own trailer agreeing with the header makes the size believable; otherwise grow as the bytes come.
        var believable = promised == (uint)(header.Bytes + (long)header.DataBytes);
        var data = new byte[believable ? header.DataBytes : Math.Min(header.DataBytes, FirstGuess)];
        var found = started - header.Bytes;
        if (found > header.DataBytes) throw TooLong(header, "more", name);
        start.AsSpan(header.Bytes, found).CopyTo(data);
        while (true)
        {
            found += Fill(content, data.AsSpan(found), name);
            if (found == header.DataBytes) break;
            if (found < data.Length) throw TooShort(header, found, name, "the gzip ends early. Download or copy it again");
            Array.Resize(ref data, (int)Math.Min(data.Length * 2L, header.DataBytes));
        }
        if (Fill(content, new byte[1], name) > 0) throw TooLong(header, "more", name);   // reading on also checks gzip's checksum
        if (!believable) throw Damaged(name);   // GZipStream takes a cut trailer for a good end, and checks no checksum then
        return Finish(header, data);
    }

    private static int Fill(Stream content, Span<byte> target, string name)
    {
        try
        {
            return content.ReadAtLeast(target, target.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw Damaged(name, error);
        }
    }

    private static uint? UnpackedLength(FileStream file)
    {
        Span<byte> trailer = stackalloc byte[4];
        if (file.Length < 18) return null;   // shorter than gzip's own header and trailer
        file.Seek(-4, SeekOrigin.End);
        file.ReadExactly(trailer);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private static IdxArray Finish(IdxHeader header, byte[] data)
    {
        IdxElement.SwapFileOrder(data, data, header.Type);
        return new IdxArray(header.Type, header.Dimensions, data);
    }

    private static InvalidDataException Damaged(string name, InvalidDataException? cause = null) => new(
        $"{name}: the gzip is damaged, ends early or has bytes after its end. One whole gzip stream was expected. Download or copy it again.", cause);

    private static InvalidDataException TooShort(IdxHeader header, long found, string name, string cause) => new(
        $"{name}: {header.DataBytes} bytes expected after its header ({Shape(header)}), {found} found: {cause}.");

    private static InvalidDataException TooLong(IdxHeader header, string extra, string name) => new(
        $"{name}: {header.DataBytes} bytes expected after its header ({Shape(header)}), but {extra} bytes follow them. " +
        "The header is wrong or the file was appended to. Download or write it again.");

    private static string Shape(IdxHeader header) =>
        header.Dimensions.Length == 0 ? $"one {header.Type}" : $"{string.Join('×', header.Dimensions)} {header.Type}";
}
