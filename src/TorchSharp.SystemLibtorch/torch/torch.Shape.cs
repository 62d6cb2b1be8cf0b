namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.reshape(long[])"/>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);
    /// <inheritdoc cref="Tensor.flatten(long, long)"/>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);
    /// <inheritdoc cref="Tensor.unflatten(long, long[])"/>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => input.unflatten(dim, sizes);
    /// <inheritdoc cref="Tensor.unsqueeze(long)"/>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);
    /// <inheritdoc cref="Tensor.squeeze(long?)"/>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);
    /// <inheritdoc cref="Tensor.permute(long[])"/>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);
    /// <inheritdoc cref="Tensor.transpose(long, long)"/>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);
    /// <inheritdoc cref="Tensor.repeat_interleave(long, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);
    /// <inheritdoc cref="Tensor.narrow(long, long, long)"/>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => input.narrow(dim, start, length);
    /// <inheritdoc cref="Tensor.chunk(long, long)"/>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);
    /// <inheritdoc cref="Tensor.flip(long[])"/>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);
    /// <inheritdoc cref="Tensor.clone()"/>
    public static Tensor clone(Tensor input) => input.clone();
    /// <inheritdoc cref="Tensor.index_select(long, Tensor)"/>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);
    /// <inheritdoc cref="Tensor.gather(long, Tensor)"/>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);
    /// <inheritdoc cref="Tensor.select(long, long)"/>
    public static Tensor select(Tensor input, long dim, long index) => input.select(dim, index);
    /// <inheritdoc cref="Tensor.numel()"/>
    public static long numel(Tensor input) => input.numel();
}
