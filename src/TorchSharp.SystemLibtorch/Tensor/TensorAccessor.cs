using System.Collections;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor as a sequence, in row-major order.</summary>
/// <typeparam name="T">The element type.</typeparam>
public sealed class TensorAccessor<T> : IEnumerable<T>, IDisposable where T : unmanaged
{
    private readonly torch.Tensor tensor;
    private readonly long[] shape;
    private readonly long[] stride;

    internal TensorAccessor(torch.Tensor tensor)
    {
        this.tensor = tensor;
        shape = tensor.shape;
        stride = tensor.stride();
        Count = tensor.NumberOfElements;
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>One element: by its place in row-major order, or by an index a dimension.</summary>
    public unsafe T this[params long[] indices]
    {
        get => ((T*)tensor.DataPointer)[Offset(indices)];
        set => ((T*)tensor.DataPointer)[Offset(indices)] = value;
    }

    /// <summary>A copy of all elements.</summary>
    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array.AsSpan());
        return array;
    }

    /// <summary>Copies the elements, from <paramref name="tensorIndex"/> on, to a place in an array.</summary>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        var count = (int)(Count - tensorIndex);
        using var ordered = tensor.is_contiguous() ? null : tensor.contiguous();
        var source = (T*)(ordered ?? tensor).DataPointer;
        new ReadOnlySpan<T>(source + tensorIndex, count).CopyTo(array[arrayIndex..]);
        GC.KeepAlive(tensor);
    }

    /// <summary>Writes an array's elements into the tensor, from <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        for (var i = arrayIndex; i < array.Length && tensorIndex < Count; i++) this[tensorIndex++] = array[i];
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Nothing to free: the tensor owns the memory.</summary>
    public void Dispose()
    {
    }

    private long Offset(long[] indices)
    {
        if (indices.Length == shape.Length)
        {
            var offset = 0L;
            for (var i = 0; i < shape.Length; i++) offset += Checked(indices[i], shape[i]) * stride[i];
            return offset;
        }
        if (indices.Length != 1) throw new ArgumentException($"{indices.Length} indices into a tensor of {shape.Length} dimensions.");
        var rest = Checked(indices[0], Count);
        var place = 0L;
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            place += rest % shape[i] * stride[i];
            rest /= shape[i];
        }
        return place;
    }

    private static long Checked(long index, long size) =>
        index >= 0 && index < size ? index : throw new IndexOutOfRangeException($"Index {index} is outside 0 to {size - 1}.");
}
