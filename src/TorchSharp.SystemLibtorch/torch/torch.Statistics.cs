namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.prod(ScalarType?)"/>
    public static Tensor prod(Tensor input, ScalarType? type = null) => input.prod(type);
    /// <inheritdoc cref="Tensor.prod(long, bool, ScalarType?)"/>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.prod(dim, keepdim, type);
    /// <inheritdoc cref="Tensor.sum(ReadOnlySpan{long}, bool, ScalarType?)"/>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);
    /// <inheritdoc cref="Tensor.std(long[], bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.var(long[], bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.std(ValueTuple{long, long}, bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.var(ValueTuple{long, long}, bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.std(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>
    public static Tensor std(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.var(ValueTuple{long, long, long}, bool, bool, ScalarType?)"/>
    public static Tensor var(Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.std_mean(bool)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);
    /// <inheritdoc cref="Tensor.var_mean(bool)"/>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);
    /// <inheritdoc cref="Tensor.std_mean(long[], bool, bool, ScalarType?)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.var_mean(long[], bool, bool, ScalarType?)"/>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.std_mean(long, bool, bool, ScalarType?)"/>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.std_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.var_mean(long, bool, bool, ScalarType?)"/>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => input.var_mean(dimensions, unbiased, keepdim, type);
    /// <inheritdoc cref="Tensor.cov(long, Tensor, Tensor)"/>
    public static Tensor cov(Tensor input, long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => input.cov(correction, fweights, aweights);
    /// <inheritdoc cref="Tensor.corrcoef()"/>
    public static Tensor corrcoef(Tensor input) => input.corrcoef();
}
