using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One argument of an operator as native/shim.cpp reads it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeArgument
{
    public long Tag;
    public long Value;
    public long Length;
}

/// <summary>One argument of an operator: whatever an ATen operator takes converts to it.</summary>
internal readonly struct Argument
{
    public enum Kind : long { None, Tensor, Int, Double, Bool, IntList, TensorList, OptionalTensorList, DoubleList, String, Device, Generator, Default }

    public readonly Kind Tag;
    public readonly long Bits;
    public readonly object? Object;

    private Argument(Kind tag, long bits = 0, object? value = null) => (Tag, Bits, Object) = (tag, bits, value);

    /// <summary>The value that the operator's schema names.</summary>
    public static Argument Default => new(Kind.Default);

    /// <summary>A list in which a missing tensor stands for a whole dimension (index and index_put).</summary>
    public static Argument Optional(torch.Tensor?[] tensors) => new(Kind.OptionalTensorList, 0, tensors);

    public static implicit operator Argument(torch.Tensor? tensor) => tensor is null ? default : new(Kind.Tensor, 0, tensor);
    public static implicit operator Argument(long value) => new(Kind.Int, value);
    public static implicit operator Argument(int value) => new(Kind.Int, value);
    public static implicit operator Argument(double value) => new(Kind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Argument(bool value) => new(Kind.Bool, value ? 1 : 0);
    public static implicit operator Argument(long? value) => value is { } v ? (Argument)v : default(Argument);
    public static implicit operator Argument(long[]? values) => values is null ? default : new(Kind.IntList, 0, values);
    public static implicit operator Argument(double[] values) => new(Kind.DoubleList, 0, values);
    public static implicit operator Argument(torch.Tensor[] tensors) => new(Kind.TensorList, 0, tensors);
    public static implicit operator Argument(string text) => new(Kind.String, 0, System.Text.Encoding.UTF8.GetBytes(text));
    public static implicit operator Argument(torch.ScalarType type) => new(Kind.Int, (long)type);
    public static implicit operator Argument(torch.ScalarType? type) => type is { } t ? (Argument)t : default(Argument);
    public static implicit operator Argument(torch.Device? device) => device is null ? default : new(Kind.Device, 0, device);
    public static implicit operator Argument(torch.Generator? generator) => generator is null ? default : new(Kind.Generator, 0, generator);
    public static implicit operator Argument(Scalar? scalar) => scalar?.Type switch
    {
        null => default,
        torch.ScalarType.Float64 => (Argument)scalar.Real,
        torch.ScalarType.Bool => (Argument)(scalar.Integer != 0),
        _ => (Argument)scalar.Integer,
    };
}
