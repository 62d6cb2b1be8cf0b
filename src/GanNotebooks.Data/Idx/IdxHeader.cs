using System.Buffers.Binary;

namespace GanNotebooks.Data;

/// <summary>The header of an IDX file: two zero bytes, the type's code, the number of dimensions, and their big-endian sizes.</summary>
internal static class IdxHeader
{
    private const byte UnsignedByte = 0x08;
    private static readonly Dictionary<byte, string> OtherTypes = new() { [0x09] = "int8", [0x0B] = "int16", [0x0C] = "int32", [0x0D] = "float32", [0x0E] = "float64" };

    /// <summary>The header of an array of bytes.</summary>
    public static byte[] Of(params ReadOnlySpan<int> dimensions)
    {
        var bytes = new byte[Length(dimensions.Length)];
        (bytes[2], bytes[3]) = (UnsignedByte, checked((byte)dimensions.Length));
        for (var i = 0; i < dimensions.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(Length(i)), dimensions[i]);
        return bytes;
    }

    /// <summary>The length in bytes of a header with so many dimensions.</summary>
    public static int Length(int dimensions) => 4 + (4 * dimensions);

    /// <summary>How many elements there are; a <see cref="double"/>, since 255 sizes may multiply to more than any integer.</summary>
    public static double Product(IReadOnlyList<int> dimensions) => dimensions.Contains(0) ? 0 : dimensions.Aggregate(1.0, (product, size) => product * size);

    /// <summary>Sizes in words.</summary>
    public static string Shape<T>(IReadOnlyList<T> dimensions) => dimensions.Count == 0 ? "one element" : string.Join('×', dimensions);

    /// <summary>Reads the dimensions of an array of bytes.</summary>
    /// <param name="start">The file's first four bytes, or all of a shorter file.</param>
    /// <param name="content">The stream after those bytes.</param>
    /// <param name="file">The file's name, for errors.</param>
    /// <exception cref="InvalidDataException">It is not an IDX header, or one of other elements, or of more bytes than one array holds.</exception>
    public static int[] Read(ReadOnlySpan<byte> start, Stream content, string file)
    {
        if (start.IsEmpty) throw new InvalidDataException($"{file}: the file is empty, an IDX file was expected. Download or copy it again.");
        if (start.Length < 4 || start[0] != 0 || start[1] != 0)
        {
            throw new InvalidDataException(
                $"{file}: begins with {FileKind.Describe(start)}. An IDX file was expected, which begins with 00 00, a type and a rank. Check that this is the right file.");
        }
        if (start[2] != UnsignedByte)
        {
            throw new InvalidDataException(
                $"{file}: its elements are {OtherTypes.GetValueOrDefault(start[2], "of an unknown type")} (type {start[2]:X2}). Images and labels are unsigned bytes (type 08). Check that this is the right file, or convert it.");
        }
        var sizes = new byte[4 * start[3]];
        var found = content.ReadAtLeast(sizes, sizes.Length, throwOnEndOfStream: false);
        if (found < sizes.Length)
            throw new InvalidDataException($"{file}: ends within its header: {4 + sizes.Length} bytes expected for {start[3]} dimensions, {4 + found} found. Download or copy it again.");
        var wide = new uint[start[3]];
        for (var i = 0; i < wide.Length; i++) wide[i] = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i));
        var dimensions = Array.ConvertAll(wide, size => (int)Math.Min(size, int.MaxValue));
        return Array.Exists(wide, size => size > int.MaxValue) || Product(dimensions) > Array.MaxLength
            ? throw new InvalidDataException(
                $"{file}: its header asks for {Shape(wide)} bytes, more than the {Array.MaxLength} that one array holds. The header is damaged, or the file must be split into smaller ones.")
            : dimensions;
    }
}
