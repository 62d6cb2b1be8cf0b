using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GanNotebooks.Data;

/// <summary>The six element types: their sizes, their .NET names and their byte order.</summary>
internal static class IdxElement
{
    /// <summary>Bytes an element, or 0 when the format has no such type.</summary>
    public static int Size(IdxType type) => type switch
    {
        IdxType.UnsignedByte or IdxType.SignedByte => 1,
        IdxType.Short => 2,
        IdxType.Int or IdxType.Float => 4,
        IdxType.Double => 8,
        _ => 0,
    };

    /// <summary>The format's type for <typeparamref name="T"/>.</summary>
    /// <exception cref="ArgumentException">The format has no such type.</exception>
    public static IdxType Of<T>() where T : unmanaged => default(T) switch
    {
        byte => IdxType.UnsignedByte,
        sbyte => IdxType.SignedByte,
        short => IdxType.Short,
        int => IdxType.Int,
        float => IdxType.Float,
        double => IdxType.Double,
        _ => throw new ArgumentException($"IDX has no element type for {typeof(T).Name}: convert to byte, sbyte, short, int, float or double."),
    };

    /// <summary>Turns big-endian elements, as files hold them, into this machine's order, or back; the spans may be the same.</summary>
    public static void SwapFileOrder(ReadOnlySpan<byte> source, Span<byte> target, IdxType type)
    {
        switch (BitConverter.IsLittleEndian ? Size(type) : 1)
        {
            case 2:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, short>(source), MemoryMarshal.Cast<byte, short>(target));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, int>(source), MemoryMarshal.Cast<byte, int>(target));
                break;
            case 8:
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, long>(source), MemoryMarshal.Cast<byte, long>(target));
                break;
            default:
                source.CopyTo(target);
                break;
        }
    }
}
