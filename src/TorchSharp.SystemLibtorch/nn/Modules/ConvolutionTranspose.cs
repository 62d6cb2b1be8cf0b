using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The gradient of a convolution with respect to its input, as a layer that makes images larger: Zeiler et al. 2010.</summary>
public abstract class ConvolutionTranspose : Convolution
{
    private protected ConvolutionTranspose(string name, long inputs, long outputs, ConvolutionWindow window, bool hasBias, Device? device, ScalarType? dtype)
        : base(name, inputs, outputs, window with { Transposed = true }, hasBias, device, dtype)
    {
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => forward(input, null);

    /// <summary>The module's function, with the size that the result shall have.</summary>
    /// <param name="input">(N, C, …).</param>
    /// <param name="output_size">The result's size after the channels, or its whole shape; null for the smallest that the layer can give.</param>
    /// <exception cref="ArgumentException">The layer cannot give this size.</exception>
    public abstract Tensor forward(Tensor input, long[]? output_size);

    /// <summary>What has to be added to one side so that the result has a size: a stride maps several sizes to one.</summary>
    private protected long[] PaddingFor(Tensor input, long[]? size)
    {
        if (size is null) return output_padding;
        var dimensions = kernel_size.Length;
        var shape = input.shape[^dimensions..];
        var wanted = size.Length == input.ndim ? size[^dimensions..] : size;
        if (wanted.Length != dimensions) throw new ArgumentException($"{GetName()}: an output size has {dimensions} or {input.ndim} numbers, not {size.Length}.", nameof(size));
        var added = new long[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            var smallest = (shape[d] - 1) * stride[d] - 2 * padding![d] + dilation[d] * (kernel_size[d] - 1) + 1;
            added[d] = wanted[d] - smallest;
            if (added[d] < 0 || added[d] >= stride[d])
                throw new ArgumentException($"{GetName()}: an output size of {wanted[d]} was asked for, but an input of {shape[d]} gives {smallest} to {smallest + stride[d] - 1}.", nameof(size));
        }
        return added;
    }
}
