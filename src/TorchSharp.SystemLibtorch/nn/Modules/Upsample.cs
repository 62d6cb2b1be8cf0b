using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Another size of the dimensions after batch and channels: (N, C, L), (N, C, H, W) or (N, C, D, H, W).</summary>
            /// <param name="size">The new sizes; or else</param>
            /// <param name="scale_factor">how many times as large, one number a dimension.</param>
            /// <param name="mode">How to compute values between those given.</param>
            /// <param name="align_corners">Whether the outermost values stay at the corners; not for nearest.</param>
            /// <param name="recompute_scale_factor">Whether rounded sizes decide, not the factors given.</param>
            public static Upsample Upsample(long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null, bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Another size of the dimensions after batch and channels.</summary>
    public sealed class Upsample : nn.Module<Tensor, Tensor>
    {
        private readonly long[]? sizes;
        private readonly double[]? factors;

        internal Upsample(long[]? sizes, double[]? factors, UpsampleMode mode, bool? alignCorners, bool? recompute) : base(nameof(Upsample))
        {
            (this.sizes, this.factors) = (sizes, factors);
            (this.mode, align_corners, recompute_scale_factor) = (mode, alignCorners, recompute);
        }

        /// <summary>The new sizes; empty where factors are given.</summary>
        public ReadOnlySpan<long> size => sizes;

        /// <summary>How many times as large; empty where sizes are given.</summary>
        public ReadOnlySpan<double> scale_factor => factors;

        /// <summary>How to compute values between those given.</summary>
        public UpsampleMode mode { get; }

        /// <summary>Whether the outermost values stay at the corners.</summary>
        public bool? align_corners { get; }

        /// <summary>Whether rounded sizes decide, not the factors given.</summary>
        public bool? recompute_scale_factor { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.interpolate(input, sizes, factors, (InterpolationMode)mode, align_corners, recompute_scale_factor ?? false);
    }
}
