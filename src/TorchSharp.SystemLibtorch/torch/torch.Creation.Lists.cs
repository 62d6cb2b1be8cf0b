namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<float> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<float>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<float> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<float>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<float>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<float> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<float>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<float> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<double> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<double>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<double> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<double>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<double>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<double> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<double>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<double> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<long> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<long>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<long> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<long>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<long>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<long> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<long>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<long> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<int> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<int>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<int> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<int>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<int>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<int> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<int>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<int> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(int[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<short> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<short>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<short> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<short>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<short>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<short> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<short>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<short> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<sbyte>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<sbyte>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<sbyte>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<sbyte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<sbyte>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<sbyte> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<byte> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<byte>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<byte> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<byte>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<byte>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<byte> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<byte>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<byte> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(byte[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>A copy of a list of numbers, as a tensor of one dimension.</summary>
    public static Tensor tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray.ToArray(), dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in the shape given.</summary>
    public static Tensor tensor(IList<bool> rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<bool>(rawArray.ToArray(), dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers as a matrix.</summary>
    public static Tensor tensor(IList<bool> rawArray, long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<bool>(rawArray.ToArray(), [rows, columns], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in three dimensions.</summary>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<bool>(rawArray.ToArray(), [dim0, dim1, dim2], dtype, device, requires_grad);
    /// <summary>A copy of a list of numbers in four dimensions.</summary>
    public static Tensor tensor(IList<bool> rawArray, long dim0, long dim1, long dim2, long dim3, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<bool>(rawArray.ToArray(), [dim0, dim1, dim2, dim3], dtype, device, requires_grad);
    /// <summary>The numbers of a list as a tensor of one dimension.</summary>
    public static Tensor as_tensor(IList<bool> rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray.ToArray(), dtype, device);
    /// <summary>The numbers of an array as a tensor of one dimension.</summary>
    public static Tensor as_tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);
    /// <summary>The tensor itself, in another element type or on another device if asked for.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) => data.to(dtype ?? data.dtype, device ?? data.device);
    /// <summary>The numbers of an array of any rank as a tensor.</summary>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);
}
