namespace TorchSharp;

/// <summary>A number on its own, as an argument of tensor operations.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(double value) => (Type, Real) = (torch.ScalarType.Float64, value);
    private Scalar(long value, torch.ScalarType type) => (Type, Integer) = (type, value);

    /// <summary>Float64, Int64 or Bool.</summary>
    public torch.ScalarType Type { get; }

    internal double Real { get; }
    internal long Integer { get; }

    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(byte value) => new(value, torch.ScalarType.Int64);
    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(sbyte value) => new(value, torch.ScalarType.Int64);
    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(short value) => new(value, torch.ScalarType.Int64);
    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(int value) => new(value, torch.ScalarType.Int64);
    /// <summary>A whole number.</summary>
    public static implicit operator Scalar(long value) => new(value, torch.ScalarType.Int64);
    /// <summary>A real number.</summary>
    public static implicit operator Scalar(float value) => new((double)value);
    /// <summary>A real number.</summary>
    public static implicit operator Scalar(double value) => new(value);
    /// <summary>True or false.</summary>
    public static implicit operator Scalar(bool value) => new(value ? 1 : 0, torch.ScalarType.Bool);

    /// <summary>Nothing to free; TorchSharp's scalars are disposable.</summary>
    public void Dispose()
    {
    }
}
