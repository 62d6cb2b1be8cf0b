using System.Buffers.Binary;

namespace GanNotebooks.Data;

/// <summary>How an IDX file begins: two zero bytes, the type's code, the rank, and the rank's number of big-endian sizes.</summary>
internal sealed record IdxHeader(IdxType Type, int[] Dimensions)
{
    /// <summary>The longest header, of 255 dimensions.</summary>
    public const int MostHeaderBytes = 4 + (4 * byte.MaxValue);

    /// <summary>The most bytes one .NET array holds: 2,147,483,591.</summary>
    public static long MostBytes => Array.MaxLength;

    /// <summary>Bytes the header itself takes in the file.</summary>
    public int Bytes => 4 + (4 * Dimensions.Length);

    /// <summary>Bytes that must follow the header.</summary>
    public int DataBytes => (int)Product(Dimensions)!.Value * IdxElement.Size(Type);

    /// <summary>The number of elements, or null when it is beyond any file (more than 2⁶³ − 1).</summary>
    public static long? Product(ReadOnlySpan<int> dimensions)
    {
        if (dimensions.Contains(0)) return 0;   // before any overflow of the others
        var product = 1L;
        foreach (var size in dimensions)
        {
            if (product > long.MaxValue / size) return null;
            product *= size;
        }
        return product;
    }

    /// <summary>Reads the header.</summary>
    /// <param name="start">The file's first <see cref="MostHeaderBytes"/>, unpacked, or all of a shorter file.</param>
    /// <param name="file">The name that errors give.</param>
    /// <exception cref="InvalidDataException">It is not an IDX header, or one of more than <see cref="MostBytes"/>.</exception>
    public static IdxHeader Parse(ReadOnlySpan<byte> start, string file)
    {
        if (start.IsEmpty)
            throw new InvalidDataException($"{file}: the file is empty, an IDX file was expected. Download or copy it again.");
        if (start.Length < 4 || start[0] != 0 || start[1] != 0)
        {
            throw new InvalidDataException(
                $"{file}: begins with {FileKind.Describe(start[..Math.Min(4, start.Length)])}. " +
                "An IDX file was expected, which begins with 00 00, a type and a rank. Check that this is the right file.");
        }
        var type = (IdxType)start[2];
        if (IdxElement.Size(type) == 0)
        {
            throw new InvalidDataException(
                $"{file}: unknown element type 0x{start[2]:X2}. IDX knows 08 (uint8), 09 (int8), 0B (int16), 0C (int32), " +
                "0D (float32) and 0E (float64). Check that this is an IDX file, and download or write it again.");
        }
        return new IdxHeader(type, ParseDimensions(start[4..], file, type, rank: start[3]));
    }

    /// <summary>The bytes this header begins a file with.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Bytes];
        bytes[2] = (byte)Type;
        bytes[3] = (byte)Dimensions.Length;
        for (var i = 0; i < Dimensions.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 + (4 * i)), Dimensions[i]);
        return bytes;
    }

    private static int[] ParseDimensions(ReadOnlySpan<byte> sizes, string file, IdxType type, int rank)
    {
        if (sizes.Length < 4 * rank)
        {
            throw new InvalidDataException(
                $"{file}: ends within its header: {4 + (4 * rank)} bytes expected for {rank} dimensions, {4 + sizes.Length} found. Download or copy it again.");
        }
        var wide = new uint[rank];
        for (var i = 0; i < rank; i++) wide[i] = BinaryPrimitives.ReadUInt32BigEndian(sizes[(4 * i)..]);
        var dimensions = Array.ConvertAll(wide, size => (int)Math.Min(size, int.MaxValue));
        if (Array.Exists(wide, size => size > int.MaxValue) || Product(dimensions) is not { } product || product > MostBytes / IdxElement.Size(type))
        {
            throw new InvalidDataException(
                $"{file}: its header asks for {string.Join('×', wide)} elements of type {type}, more than the {MostBytes} bytes one array holds. " +
                "The header is damaged, or the file must be split into smaller ones.");
        }
        return dimensions;
    }
}
