using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The maximum of each window: (N, C, H, W) → (N, C, H′, W′).</summary>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">How far the window moves; its size unless given.</param>
            /// <param name="padding">The width of a border of −∞.</param>
            /// <param name="dilation">How far the window's elements are apart.</param>
            /// <param name="ceil_mode">Whether windows that lie partly outside count.</param>
            public static MaxPool2d MaxPool2d(long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(Square(kernel_size), Square(stride), Square(padding), Square(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
            public static MaxPool2d MaxPool2d((long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                new(Sides(kernel_size), Sides(stride), Sides(padding), Sides(dilation), ceil_mode);

            /// <inheritdoc cref="MaxPool2d(long, long?, long?, long?, bool)"/>
            public static MaxPool2d MaxPool2d(long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The maximum of each window.</summary>
    public sealed class MaxPool2d : nn.Module<Tensor, Tensor>
    {
        internal MaxPool2d(long[] size, long[]? stride, long[]? padding, long[]? dilation, bool ceil) : base(nameof(MaxPool2d)) =>
            (kernel_size, this.stride, this.padding, this.dilation, ceil_mode) = (size, stride, padding, dilation, ceil);

        /// <summary>The window's size.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>How far the window moves; null for its size.</summary>
        public long[]? stride { get; set; }

        /// <summary>The width of a border of −∞, or null.</summary>
        public long[]? padding { get; set; }

        /// <summary>How far the window's elements are apart; null for 1.</summary>
        public long[]? dilation { get; set; }

        /// <summary>Whether windows that lie partly outside count.</summary>
        public bool ceil_mode { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.max_pool2d(input, kernel_size, stride, padding, dilation, ceil_mode);

        /// <summary>The maximum of each window, and its place in the flattened (H, W).</summary>
        public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => nn.functional.max_pool2d_with_indices(input, kernel_size, stride, padding, dilation, ceil_mode);
    }
}
