using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Transposed convolutions by whichever way is fastest for their shape; all give the same numbers up to rounding.</summary>
internal static unsafe class TransposedConvolution
{
    /// <summary>Below so many output channels libtorch's own operator is as fast, and it needs less memory.</summary>
    private const long FewChannels = 8;

    /// <summary>(N, C, …) with weights (C, C′ / groups, …) → (N, C′, …); null where only libtorch's own operator will do.</summary>
    public static Tensor? Of(Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups)
    {
        if (input.ndim != weight.ndim || input.device.type != DeviceType.CPU || stride.Length != weight.ndim - 2) return null;
        var (from, window) = (input.shape, weight.shape);
        if (from[1] != window[0] || input.dtype != weight.dtype) return null;       // a mistake: libtorch says which
        var isPoint = from[2..].All(size => size == 1) && groups == 1 && padding.All(p => p == 0) && outputPadding.All(p => p == 0) && dilation.All(d => d == 1);
        var result = isPoint ? Product(input, weight, window)
            : window[1] * groups >= FewChannels ? Gradient(input, weight, stride, padding, outputPadding, dilation, groups)
            : null;
        if (result is null || bias is null) return result;
        using var unbiased = result;
        using var perChannel = bias.reshape([1, -1, .. stride.Select(_ => 1L)]);
        return unbiased + perChannel;
    }

    /// <summary>A single point spreads one window: that is one matrix product, (N, C)·(C, C′·K·K).</summary>
    private static Tensor Product(Tensor input, Tensor weight, long[] window) =>
        WrappedTensorDisposeScope(() => input.flatten(1).matmul(weight.flatten(1)).reshape([-1, .. window[1..]]));

    private static Tensor Gradient(Tensor input, Tensor weight, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups)
    {
        fixed (long* s = stride, p = padding, o = outputPadding, d = dilation)
        {
            var result = Calls.ts_transposed_convolution(input.Handle, weight.Handle, s, p, o, d, stride.Length, groups);
            GC.KeepAlive(input);
            GC.KeepAlive(weight);
            return result != 0 ? new Tensor(result) : throw Calls.Failure("conv_transpose");
        }
    }
}
