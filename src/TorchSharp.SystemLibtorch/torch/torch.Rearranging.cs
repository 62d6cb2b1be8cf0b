namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.roll(long, long?)"/>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);
    /// <inheritdoc cref="Tensor.roll(long[])"/>
    public static Tensor roll(Tensor input, long[] shifts) => input.roll(shifts);
    /// <inheritdoc cref="Tensor.roll(long[], long[])"/>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);
    /// <inheritdoc cref="Tensor.roll(ValueTuple{long, long}, ValueTuple{long, long})"/>
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => input.roll(shifts, dims);
    /// <inheritdoc cref="Tensor.roll(ValueTuple{long, long, long}, ValueTuple{long, long, long})"/>
    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => input.roll(shifts, dims);
    /// <inheritdoc cref="Tensor.rot90(long, Nullable{ValueTuple{long, long}})"/>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);
    /// <inheritdoc cref="Tensor.fliplr()"/>
    public static Tensor fliplr(Tensor input) => input.fliplr();
    /// <inheritdoc cref="Tensor.flipud()"/>
    public static Tensor flipud(Tensor input) => input.flipud();
    /// <inheritdoc cref="Tensor.tile(long[])"/>
    public static Tensor tile(Tensor input, long[] dims) => input.tile(dims);
    /// <inheritdoc cref="Tensor.movedim(long[], long[])"/>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);
    /// <inheritdoc cref="Tensor.moveaxis(long[], long[])"/>
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.moveaxis(source, destination);
    /// <inheritdoc cref="Tensor.swapaxes(long, long)"/>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => input.swapaxes(axis0, axis1);
    /// <inheritdoc cref="Tensor.swapdims(long, long)"/>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => input.swapdims(dim0, dim1);
    /// <inheritdoc cref="Tensor.t()"/>
    public static Tensor t(Tensor input) => input.t();
    /// <inheritdoc cref="Tensor.broadcast_to(long[])"/>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => input.broadcast_to(shape);
    /// <inheritdoc cref="Tensor.ravel()"/>
    public static Tensor ravel(Tensor input) => input.ravel();
    /// <inheritdoc cref="Tensor.squeeze_(long?)"/>
    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);
    /// <inheritdoc cref="Tensor.unsqueeze_(long)"/>
    public static Tensor unsqueeze_(Tensor input, long dim) => input.unsqueeze_(dim);
    /// <inheritdoc cref="Tensor.repeat_interleave(Tensor, long?, long?)"/>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) => input.repeat_interleave(repeats, dim, output_size);
}
