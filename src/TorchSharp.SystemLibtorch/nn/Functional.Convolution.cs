using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Convolve1d = new("conv1d");
            private static readonly Operator Convolve1dNamed = new("conv1d", "padding");
            private static readonly Operator Convolve2d = new("conv2d");
            private static readonly Operator Convolve2dNamed = new("conv2d", "padding");
            private static readonly Operator Transposed1d = new("conv_transpose1d");
            private static readonly Operator Transposed2d = new("conv_transpose2d", "input");
            private static readonly Operator ImageToColumns = new("im2col");
            private static readonly Operator ColumnsToImage = new("col2im");

            /// <summary>Convolution: (N, C, L) with weights (C′, C / groups, K).</summary>
            public static Tensor conv1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? dilation = null, long groups = 1) =>
                Convolve1d.Call(input, weight, bias, new[] { stride ?? 1 }, new[] { padding ?? 0 }, new[] { dilation ?? 1 }, groups);

            /// <summary>Convolution with a named padding: (N, C, L) with weights (C′, C / groups, K).</summary>
            public static Tensor conv1d_padding(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, Padding padding = Padding.Valid, long? dilation = null, long groups = 1) =>
                Convolve1dNamed.Call(input, weight, bias, new[] { stride ?? 1 }, Name(padding), new[] { dilation ?? 1 }, groups);

            /// <summary>Convolution: (N, C, H, W) with weights (C′, C / groups, K, K).</summary>
            public static Tensor conv2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1) =>
                Convolve2d.Call(input, weight, bias, strides ?? Square(1), padding ?? Square(0), dilation ?? Square(1), groups);

            /// <summary>Convolution with a named padding: (N, C, H, W) with weights (C′, C / groups, K, K).</summary>
            public static Tensor conv2d_padding(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, Padding padding = Padding.Valid, long[]? dilation = null, long groups = 1) =>
                Convolve2dNamed.Call(input, weight, bias, strides ?? Square(1), Name(padding), dilation ?? Square(1), groups);

            /// <summary>The gradient of a convolution with respect to its input, as a layer: (N, C, L) with weights (C, C′ / groups, K).</summary>
            public static Tensor conv_transpose1d(Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null, long? output_padding = null, long? dilation = null, long groups = 1) =>
                Transposed(Transposed1d, input, weight, bias, [stride ?? 1], [padding ?? 0], [output_padding ?? 0], [dilation ?? 1], groups);

            /// <summary>The gradient of a convolution with respect to its input, as a layer: (N, C, H, W) with weights (C, C′ / groups, K, K).</summary>
            public static Tensor conv_transpose2d(Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                Transposed(Transposed2d, input, weight, bias, strides ?? Square(1), padding ?? Square(0), output_padding ?? Square(0), dilation ?? Square(1), groups);

            /// <summary>The windows of an image as columns: (N, C, H, W) → (N, C·K·K, number of windows).</summary>
            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="unfold(Tensor, long, long, long, long)"/>
            public static Tensor unfold(Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                ImageToColumns.Call(input, Sides(kernel_size), Sides(dilation ?? (1, 1)), Sides(padding ?? (0, 0)), Sides(stride ?? (1, 1)));

            /// <summary>The sum of windows at their places, which undoes <c>unfold</c> where they do not overlap: (N, C·K·K, number of windows) → (N, C, H, W).</summary>
            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                fold(input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <inheritdoc cref="fold(Tensor, long, long, long, long, long)"/>
            public static Tensor fold(Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long, long)? stride = null) =>
                ColumnsToImage.Call(input, Sides(output_size), Sides(kernel_size), Sides(dilation ?? (1, 1)), Sides(padding ?? (0, 0)), Sides(stride ?? (1, 1)));

            private static Tensor Transposed(Operator general, Tensor input, Tensor weight, Tensor? bias, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups) =>
                TransposedConvolution.Of(input, weight, bias, stride, padding, outputPadding, dilation, groups)
                ?? general.Call(input, weight, bias, stride, padding, outputPadding, groups, dilation);

            private static string Name(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
