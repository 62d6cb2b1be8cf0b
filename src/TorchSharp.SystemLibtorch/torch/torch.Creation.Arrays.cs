using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of an array of any rank, as a tensor of its shape and element type.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
    {
        var element = TypeOf(rawArray.GetType().GetElementType()!);
        var shape = Enumerable.Range(0, rawArray.Rank).Select(i => (long)rawArray.GetLength(i)).ToArray();
        return Copy(MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(rawArray), Buffer.ByteLength(rawArray)), element, shape, dtype, device, requires_grad);
    }

    /// <summary>A copy of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(dataArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>A copy of numbers in the shape given.</summary>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<float>(rawArray, dimensions, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<double>(rawArray, dimensions, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<long>(dataArray, dimensions, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(byte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<byte>(rawArray, dimensions, dtype, device, requires_grad);

    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(float[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(double[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);

    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) => Shaped<float>([scalar], [], null, device, requires_grad);
    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<double>([scalar], [], dtype, device, requires_grad);
    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false) => Shaped<int>([scalar], [], null, device, requires_grad);
    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<long>([scalar], [], dtype, device, requires_grad);

    private static Tensor Shaped<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged
    {
        var count = 1L;
        foreach (var size in shape) count *= size;
        if (count != values.Length)
            throw new ArgumentException($"{values.Length} numbers do not fill a tensor of shape ({string.Join(", ", shape.ToArray())}), which holds {count}.");
        return Copy(MemoryMarshal.AsBytes(values), TypeOf<T>(), shape.ToArray(), dtype, device, requires_grad);
    }

    private static unsafe Tensor Copy(ReadOnlySpan<byte> bytes, ScalarType element, long[] shape, ScalarType? dtype, Device? device, bool requires_grad)
    {
        var tensor = empty(shape, element);
        bytes.CopyTo(new Span<byte>(Calls.ts_data(tensor.Handle), bytes.Length));
        if ((dtype ?? element) != element || device is { type: not DeviceType.CPU })
        {
            using var source = tensor;
            tensor = source.to(dtype ?? element, device ?? CPU);
        }
        return Leaf(tensor, requires_grad);
    }
}
