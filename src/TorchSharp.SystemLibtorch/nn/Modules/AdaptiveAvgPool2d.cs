using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Means of windows chosen so that the result has a given size: (N, C, H, W) → (N, C, H′, W′).</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            /// <inheritdoc cref="AdaptiveAvgPool2d(long[])"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Sides(output_size));

            /// <inheritdoc cref="AdaptiveAvgPool2d(long[])"/>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new(Square(output_size));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Means of windows chosen so that the result has a given size.</summary>
    public sealed class AdaptiveAvgPool2d : nn.Module<Tensor, Tensor>
    {
        internal AdaptiveAvgPool2d(long[] size) : base(nameof(AdaptiveAvgPool2d)) => output_size = size;

        /// <summary>(H′, W′).</summary>
        public long[] output_size { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.adaptive_avg_pool2d(input, output_size);
    }
}
