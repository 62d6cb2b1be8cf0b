namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.amax(long[])"/>
    public static Tensor amax(Tensor input, long[] dims) => input.amax(dims);
    /// <inheritdoc cref="Tensor.amax(long[], bool, Tensor)"/>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);
    /// <inheritdoc cref="Tensor.amin(long[], bool, Tensor)"/>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);
    /// <inheritdoc cref="Tensor.amax(ReadOnlySpan{long}, bool, Tensor)"/>
    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amax(dims, keepdim, @out);
    /// <inheritdoc cref="Tensor.amin(ReadOnlySpan{long}, bool, Tensor)"/>
    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => input.amin(dims, keepdim, @out);
    /// <inheritdoc cref="Tensor.aminmax(long?, bool)"/>
    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) => input.aminmax(dim, keepdim);
    /// <inheritdoc cref="Tensor.all(long, bool)"/>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => input.all(dim, keepdim);
    /// <inheritdoc cref="Tensor.any(long, bool)"/>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => input.any(dim, keepdim);
    /// <inheritdoc cref="Tensor.argmin()"/>
    public static Tensor argmin(Tensor input) => input.argmin();
    /// <inheritdoc cref="Tensor.median()"/>
    public static Tensor median(Tensor input) => input.median();
    /// <inheritdoc cref="Tensor.nanmedian()"/>
    public static Tensor nanmedian(Tensor input) => input.nanmedian();
    /// <inheritdoc cref="Tensor.nansum()"/>
    public static Tensor nansum(Tensor input) => input.nansum();
    /// <inheritdoc cref="Tensor.nanmean(int?, bool, ScalarType?)"/>
    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) => input.nanmean(dim, keepdim, dtype);
    /// <inheritdoc cref="Tensor.mode(long, bool)"/>
    public static (Tensor values, Tensor indices) mode(Tensor input, long dim = -1, bool keepdim = false) => input.mode(dim, keepdim);
    /// <inheritdoc cref="Tensor.quantile(Tensor, long, bool)"/>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);
    /// <inheritdoc cref="Tensor.nanquantile(Tensor, long, bool)"/>
    public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.nanquantile(q, dim, keepdim);
    /// <inheritdoc cref="Tensor.count_nonzero(long[])"/>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);
    /// <inheritdoc cref="Tensor.dist(Tensor, float)"/>
    public static Tensor dist(Tensor input, Tensor other, float p = 2) => input.dist(other, p);
    /// <inheritdoc cref="Tensor.cumprod(long, ScalarType?)"/>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => input.cumprod(dim, dtype);
    /// <inheritdoc cref="Tensor.cummax(long)"/>
    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => input.cummax(dim);
    /// <inheritdoc cref="Tensor.cummin(long)"/>
    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => input.cummin(dim);
}
