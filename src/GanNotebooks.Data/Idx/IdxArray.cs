using System.Runtime.InteropServices;

namespace GanNotebooks.Data;

/// <summary>An array of any rank as an IDX file holds it: a type, dimensions, and elements with the last dimension varying fastest.</summary>
public sealed class IdxArray
{
    private readonly int[] dimensions;

    internal IdxArray(IdxType type, int[] dimensions, byte[] buffer) => (Type, this.dimensions, Buffer) = (type, dimensions, buffer);

    /// <summary>What the elements are.</summary>
    public IdxType Type { get; }

    /// <summary>The sizes, slowest first, each 0 or more; empty for a single number.</summary>
    public IReadOnlyList<int> Dimensions => dimensions;

    /// <summary>How many dimensions, 0 to 255.</summary>
    public int Rank => dimensions.Length;

    /// <summary>How many elements: the product of the dimensions.</summary>
    public int Length => Buffer.Length / IdxElement.Size(Type);

    /// <summary>The elements' bytes in this machine's byte order.</summary>
    public ReadOnlySpan<byte> Bytes => Buffer;

    /// <summary>The array behind <see cref="Bytes"/>, for those who take it over without copying.</summary>
    internal byte[] Buffer { get; }

    /// <summary>The elements as what they are, without copying.</summary>
    /// <typeparam name="T">The .NET type that <see cref="Type"/> names.</typeparam>
    /// <exception cref="InvalidOperationException">The elements are of another type.</exception>
    public ReadOnlySpan<T> As<T>() where T : unmanaged
    {
        if (IdxElement.Of<T>() != Type)
            throw new InvalidOperationException($"The elements are {Type}, not {IdxElement.Of<T>()}: ask for the type that {nameof(Type)} names.");
        return MemoryMarshal.Cast<byte, T>(Buffer);
    }

    /// <summary>Makes an array from values, copying them.</summary>
    /// <typeparam name="T">byte, sbyte, short, int, float or double.</typeparam>
    /// <param name="values">The elements, last dimension varying fastest.</param>
    /// <param name="dimensions">The sizes, slowest first, at most 255 of them; none for a single number.</param>
    /// <exception cref="ArgumentException">The format has no such type or rank, or the dimensions' product is not the number of values.</exception>
    public static IdxArray From<T>(ReadOnlySpan<T> values, params ReadOnlySpan<int> dimensions) where T : unmanaged
    {
        var type = IdxElement.Of<T>();
        if (dimensions.Length > byte.MaxValue)
            throw new ArgumentException($"IDX arrays have at most 255 dimensions, not {dimensions.Length}.", nameof(dimensions));
        foreach (var size in dimensions) ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(dimensions));
        if (IdxHeader.Product(dimensions) != values.Length)
        {
            throw new ArgumentException(
                $"Dimensions {string.Join('×', dimensions.ToArray())} do not hold {values.Length} values.", nameof(dimensions));
        }
        return new IdxArray(type, dimensions.ToArray(), MemoryMarshal.AsBytes(values).ToArray());
    }
}
