namespace TorchSharp;

public static partial class torch
{
    /// <summary>Memory as it is found.</summary>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => empty(size.ToArray(), dtype, device, requires_grad);
    /// <summary>All zeros.</summary>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => zeros(size.ToArray(), dtype, device, requires_grad);
    /// <summary>All ones.</summary>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => ones(size.ToArray(), dtype, device, requires_grad);
    /// <summary>Uniform random numbers in [0, 1).</summary>
    public static Tensor rand(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => rand(size.ToArray(), dtype, device, requires_grad, generator);
    /// <summary>Normal random numbers of mean 0 and variance 1.</summary>
    public static Tensor randn(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => randn(size.ToArray(), dtype, device, requires_grad, generator);
    /// <summary>One value everywhere.</summary>
    public static Tensor full(ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => full(size.ToArray(), value, dtype, device, requires_grad);
    /// <summary>One value everywhere.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => full([dim0, dim1, dim2], value, dtype, device, requires_grad);
    /// <summary>One value everywhere.</summary>
    public static Tensor full(long dim0, long dim1, long dim2, long dim3, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => full([dim0, dim1, dim2, dim3], value, dtype, device, requires_grad);
    /// <summary>Whole random numbers from 0 to below <paramref name="high"/>.</summary>
    public static Tensor randint(int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => randint(0, high, Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator);
    /// <summary>Whole random numbers from <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public static Tensor randint(int low, int high, int[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => randint(low, high, Array.ConvertAll(size, n => (long)n), dtype, device, requires_grad, generator);
    /// <summary>Normal random numbers.</summary>
    public static Tensor normal(double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Leaf(empty(size, dtype, device).normal_(mean, std, generator), requires_grad);
    /// <summary>Normal random numbers, each of its own mean and standard deviation.</summary>
    public static Tensor normal(Tensor mean, Tensor std, Generator? generator = null) => NormalEach.Call(mean, std, generator);
    /// <summary>Powers of the base, their exponents evenly spaced, both ends included.</summary>
    public static Tensor logspace(double start, double end, long steps, double @base = 10, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Leaf(Logspace.Call(start, end, steps, @base, dtype, default, device), requires_grad);

    private static readonly Native.Operator NormalEach = new("normal", "Tensor_Tensor");
    private static readonly Native.Operator Logspace = new("logspace");
}
