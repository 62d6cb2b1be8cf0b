namespace TorchSharp;

public static partial class torch
{
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(float[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(float[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(double[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(double[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(long[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(long[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(long[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(int[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<int>(rawArray, dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(int[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(int[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(int[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(short scalar, Device? device = null, bool requires_grad = false) => Shaped<short>([scalar], [], null, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(short[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(short[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<short>(rawArray, dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(short[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(short[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(short[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(sbyte scalar, Device? device = null, bool requires_grad = false) => Shaped<sbyte>([scalar], [], null, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ScalarType?, Device?, bool)"/>
    public static Tensor tensor(sbyte[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(sbyte[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<sbyte>(rawArray, dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(sbyte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(sbyte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(sbyte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>One number as a tensor without dimensions.</summary>
    public static Tensor tensor(byte scalar, Device? device = null, bool requires_grad = false) => Shaped<byte>([scalar], [], null, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(byte[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(byte[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(byte[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>One truth value as a tensor without dimensions.</summary>
    public static Tensor tensor(bool scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<bool>([scalar], [], dtype, device, requires_grad);
    /// <inheritdoc cref="tensor(float[], ReadOnlySpan{long}, ScalarType?, Device?, bool)"/>
    public static Tensor tensor(bool[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Shaped<bool>(rawArray, dimensions, dtype, device, requires_grad);
    /// <summary>A copy of a matrix.</summary>
    public static Tensor tensor(bool[,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of three dimensions.</summary>
    public static Tensor tensor(bool[,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
    /// <summary>A copy of an array of four dimensions.</summary>
    public static Tensor tensor(bool[,,,] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => from_array(rawArray, dtype, device, requires_grad);
}
