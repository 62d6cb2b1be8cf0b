namespace TorchSharp;

public static partial class torch
{
    /// <summary>What a floating-point type can hold.</summary>
    public struct FInfo
    {
        /// <summary>The number of bits.</summary>
        public int bits;
        /// <summary>The distance from 1 to the next number.</summary>
        public double eps;
        /// <summary>The greatest number.</summary>
        public double max;
        /// <summary>The least number.</summary>
        public double min;
        /// <summary>The least positive number of full precision.</summary>
        public double tiny;
        /// <summary>The least positive number of full precision.</summary>
        public double smallest_normal;
        /// <summary>A round number for the precision in decimals.</summary>
        public double resolution;
    }

    /// <summary>The range and precision of the default type.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <summary>The range and precision of a floating-point type.</summary>
    /// <exception cref="ArgumentException">Not a floating-point type.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.BFloat16 => Describe(16, 0.0078125, 3.3895313892515355e+38, 1.1754943508222875e-38, 0.01),
        ScalarType.Float16 => Describe(16, 0.0009765625, 65504, 6.103515625e-05, 0.001),
        ScalarType.Float32 => Describe(32, 1.1920928955078125e-07, 3.4028234663852886e+38, 1.1754943508222875e-38, 1e-06),
        ScalarType.Float64 => Describe(64, 2.220446049250313e-16, 1.7976931348623157e+308, 2.2250738585072014e-308, 1e-15),
        _ => throw new ArgumentException($"{dtype} is no floating-point type.", nameof(dtype)),
    };

    private static FInfo Describe(int bits, double eps, double max, double tiny, double resolution) =>
        new() { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };

    /// <summary>The element type of new tensors where none is named.</summary>
    public static ScalarType get_default_dtype() => ScalarType.Float32;

    /// <summary>Whether something is a tensor.</summary>
    public static bool is_tensor(object? obj) => obj is Tensor;
}
