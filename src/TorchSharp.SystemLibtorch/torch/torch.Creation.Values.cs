namespace TorchSharp;

public static partial class torch
{
    private static readonly Native.Operator Full = new("full");
    private static readonly Native.Operator ZerosLike = new("zeros_like");
    private static readonly Native.Operator OnesLike = new("ones_like");
    private static readonly Native.Operator FullLike = new("full_like");
    private static readonly Native.Operator EmptyLike = new("empty_like");
    private static readonly Native.Operator RandLike = new("rand_like");
    private static readonly Native.Operator RandnLike = new("randn_like");
    private static readonly Native.Operator Arange = new("arange", "start_step");
    private static readonly Native.Operator Linspace = new("linspace");
    private static readonly Native.Operator Eye = new("eye", "m");
    private static readonly Native.Operator Randint = new("randint", "low_generator");
    private static readonly Native.Operator Randperm = new("randperm", "generator");

    /// <summary>One value everywhere.</summary>
    public static Tensor full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Leaf(Full.Call(size, value, dtype, default, device), requires_grad);
    /// <summary>One value everywhere.</summary>
    public static Tensor full(long size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => full([size], value, dtype, device, requires_grad);
    /// <summary>One value everywhere.</summary>
    public static Tensor full(long rows, long columns, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => full([rows, columns], value, dtype, device, requires_grad);

    /// <summary>Zeros of another tensor's shape and type.</summary>
    public static Tensor zeros_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(ZerosLike.Call(input, dtype, default, device), requires_grad);
    /// <summary>Ones of another tensor's shape and type.</summary>
    public static Tensor ones_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(OnesLike.Call(input, dtype, default, device), requires_grad);
    /// <summary>One value in another tensor's shape and type.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(FullLike.Call(input, value, dtype, default, device), requires_grad);
    /// <summary>Memory as it is found, in another tensor's shape and type.</summary>
    public static Tensor empty_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(EmptyLike.Call(input, dtype, default, device), requires_grad);
    /// <summary>Uniform random numbers in another tensor's shape and type.</summary>
    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(RandLike.Call(input, dtype, default, device), requires_grad);
    /// <summary>Normal random numbers in another tensor's shape and type.</summary>
    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(RandnLike.Call(input, dtype, default, device), requires_grad);

    /// <summary>0, 1, … below <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => arange(0, stop, 1, dtype, device, requires_grad);
    /// <summary><paramref name="start"/>, start + 1, … below <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => arange(start, stop, 1, dtype, device, requires_grad);
    /// <summary><paramref name="start"/>, start + step, … short of <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Leaf(Arange.Call(start, stop, step, dtype, default, device), requires_grad);

    /// <summary>Evenly spaced numbers, both ends included.</summary>
    public static Tensor linspace(double start, double end, long steps, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Leaf(Linspace.Call(start, end, steps, dtype, default, device), requires_grad);

    /// <summary>Ones on the diagonal of a matrix, square unless <paramref name="columns"/> is given.</summary>
    public static Tensor eye(long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Leaf(Eye.Call(rows, columns < 0 ? rows : columns, dtype, default, device), requires_grad);

    /// <summary>Random whole numbers, 0 to below <paramref name="high"/>.</summary>
    public static Tensor randint(long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) => randint(0, high, size, dtype, device, requires_grad, generator);
    /// <summary>Random whole numbers, <paramref name="low"/> to below <paramref name="high"/>.</summary>
    public static Tensor randint(long low, long high, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Leaf(Randint.Call(low, high, size, generator, dtype ?? int64, default, device), requires_grad);

    /// <summary>The numbers 0 to n − 1 in random order.</summary>
    public static Tensor randperm(long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null) =>
        Leaf(Randperm.Call(n, generator, dtype ?? int64, default, device), requires_grad);
}
