using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean of each window: (N, C, H, W) → (N, C, H′, W′).</summary>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">How far the window moves; its size unless given.</param>
            /// <param name="padding">The width of a border of zeros.</param>
            /// <param name="ceil_mode">Whether windows that lie partly outside count.</param>
            /// <param name="count_include_pad">Whether the border's zeros count in the mean.</param>
            /// <param name="divisor_override">What to divide by instead of the window's size.</param>
            public static AvgPool2d AvgPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="AvgPool2d(long[], long[], long[], bool, bool, long?)"/>
            public static AvgPool2d AvgPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(Sides(kernel_size), Sides(stride), Sides(padding), ceil_mode, count_include_pad, divisor_override);

            /// <inheritdoc cref="AvgPool2d(long[], long[], long[], bool, bool, long?)"/>
            public static AvgPool2d AvgPool2d(long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(Square(kernel_size), Square(stride), Square(padding), ceil_mode, count_include_pad, divisor_override);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window.</summary>
    public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
    {
        internal AvgPool2d(long[] size, long[]? stride, long[]? padding, bool ceil, bool countPadding, long? divisor) : base(nameof(AvgPool2d))
        {
            (kernel_size, this.stride, this.padding) = (size, stride, padding);
            (ceil_mode, count_include_pad, divisor_override) = (ceil, countPadding, divisor);
        }

        /// <summary>The window's size.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>How far the window moves; null for its size.</summary>
        public long[]? stride { get; set; }

        /// <summary>The width of a border of zeros, or null.</summary>
        public long[]? padding { get; set; }

        /// <summary>Whether windows that lie partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether the border's zeros count in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What to divide by instead of the window's size.</summary>
        public long? divisor_override { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.avg_pool2d(input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}
