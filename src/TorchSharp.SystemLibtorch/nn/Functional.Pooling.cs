using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator AveragePool = new("avg_pool2d");
            private static readonly Operator MaximumPool = new("max_pool2d");
            private static readonly Operator MaximumPoolWithPlaces = new("max_pool2d_with_indices");
            private static readonly Operator AdaptiveAveragePool = new("adaptive_avg_pool2d");

            /// <summary>The mean of each window: (N, C, H, W). The stride is the window's size unless given.</summary>
            public static Tensor avg_pool2d(Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                AveragePool.Call(input, kernel_size, stride ?? kernel_size, padding ?? [0], ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Square(kernel_size), Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="avg_pool2d(Tensor, long[], long[], long[], bool, bool, long?)"/>
            public static Tensor avg_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                avg_pool2d(input, Sides(kernel_size), Sides(stride), Sides(padding), ceil_mode, count_include_pad, divisor_override);

            /// <summary>The maximum of each window: (N, C, H, W). The stride is the window's size unless given.</summary>
            public static Tensor max_pool2d(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                MaximumPool.Call(input, kernel_size, strides ?? kernel_size, padding ?? Square(0), dilation ?? Square(1), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Square(kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

            /// <inheritdoc cref="max_pool2d(Tensor, long[], long[], long[], long[], bool)"/>
            public static Tensor max_pool2d(Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                max_pool2d(input, Sides(kernel_size), Sides(stride), Sides(padding), Sides(dilation), ceil_mode);

            /// <summary>The maximum of each window, and its place in the flattened (H, W).</summary>
            public static (Tensor output, Tensor indices) max_pool2d_with_indices(Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var found = MaximumPoolWithPlaces.CallMany(input, kernel_size, strides ?? kernel_size, padding ?? Square(0), dilation ?? Square(1), ceil_mode);
                return (found[0], found[1]);
            }

            /// <summary>Means of windows chosen so that the result has a given size: (N, C, H, W) → (N, C, H′, W′).</summary>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => AdaptiveAveragePool.Call(input, output_size);

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, Square(output_size));

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Sides(output_size));
        }
    }
}
