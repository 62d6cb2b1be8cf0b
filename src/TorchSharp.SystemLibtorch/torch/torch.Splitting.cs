namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.split(long[], long)"/>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) => tensor.split(split_size_or_sections, dim);
    /// <inheritdoc cref="Tensor.tensor_split(long, long)"/>
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);
    /// <inheritdoc cref="Tensor.tensor_split(long[], long)"/>
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);
    /// <inheritdoc cref="Tensor.tensor_split(Tensor, long)"/>
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) => input.tensor_split(indices_or_sections, dim);
    /// <inheritdoc cref="Tensor.hsplit(long)"/>
    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);
    /// <inheritdoc cref="Tensor.hsplit(long[])"/>
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);
    /// <inheritdoc cref="Tensor.vsplit(long[])"/>
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);
    /// <inheritdoc cref="Tensor.unbind(long)"/>
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);
}
