using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Nearest1d = new("upsample_nearest1d", "vec");
            private static readonly Operator Nearest2d = new("upsample_nearest2d", "vec");
            private static readonly Operator Nearest3d = new("upsample_nearest3d", "vec");
            private static readonly Operator NearestExact1d = new("_upsample_nearest_exact1d", "vec");
            private static readonly Operator NearestExact2d = new("_upsample_nearest_exact2d", "vec");
            private static readonly Operator NearestExact3d = new("_upsample_nearest_exact3d", "vec");
            private static readonly Operator Area1d = new("adaptive_avg_pool1d");
            private static readonly Operator Area3d = new("adaptive_avg_pool3d");
            private static readonly Operator Linear1d = new("upsample_linear1d", "vec");
            private static readonly Operator Bilinear = new("upsample_bilinear2d", "vec");
            private static readonly Operator BilinearSmooth = new("_upsample_bilinear2d_aa", "vec");
            private static readonly Operator Bicubic = new("upsample_bicubic2d", "vec");
            private static readonly Operator BicubicSmooth = new("_upsample_bicubic2d_aa", "vec");
            private static readonly Operator Trilinear = new("upsample_trilinear3d", "vec");
            private static readonly Operator Shuffle = new("pixel_shuffle");
            private static readonly Operator Unshuffle = new("pixel_unshuffle");

            /// <summary>Another size of the dimensions after batch and channels: (N, C, L), (N, C, H, W) or (N, C, D, H, W).</summary>
            /// <param name="x">What to resize.</param>
            /// <param name="size">The new sizes; or else</param>
            /// <param name="scale_factor">how many times as large, one number a dimension.</param>
            /// <param name="mode">How to compute values between those given.</param>
            /// <param name="align_corners">Whether the outermost values stay at the corners; not for nearest and area.</param>
            /// <param name="recompute_scale_factor">Whether rounded sizes decide, not the factors given.</param>
            /// <param name="antialias">Whether to smooth where the result is smaller; for bilinear and bicubic.</param>
            /// <exception cref="ExternalException">The arguments do not fit together.</exception>
            public static Tensor interpolate(Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                var dimensions = (int)x.ndim - 2;
                if (size is null == scale_factor is null) throw new ExternalException("interpolate: give either the size or the scale factor.");
                if (scale_factor is not null && scale_factor.Length != dimensions) throw new ExternalException($"interpolate: {scale_factor.Length} scale factors for {dimensions} dimensions.");
                if (antialias && mode is not (InterpolationMode.Bilinear or InterpolationMode.Bicubic)) throw new ExternalException("interpolate: antialias is for bilinear and bicubic.");
                if (align_corners is not null && mode is InterpolationMode.Nearest or InterpolationMode.Area) throw new ExternalException($"interpolate: align_corners has no meaning for {mode}.");
                if (mode == InterpolationMode.Area || recompute_scale_factor) size ??= Scaled(x.shape, scale_factor!);
                var scale = size is null ? (Argument)scale_factor! : default;
                var corners = align_corners ?? false;
                return (dimensions, mode) switch
                {
                    (1, InterpolationMode.Nearest) => Nearest1d.Call(x, size, scale),
                    (2, InterpolationMode.Nearest) => Nearest2d.Call(x, size, scale),
                    (3, InterpolationMode.Nearest) => Nearest3d.Call(x, size, scale),
                    (1, InterpolationMode.NearestExact) => NearestExact1d.Call(x, size, scale),
                    (2, InterpolationMode.NearestExact) => NearestExact2d.Call(x, size, scale),
                    (3, InterpolationMode.NearestExact) => NearestExact3d.Call(x, size, scale),
                    (1, InterpolationMode.Area) => Area1d.Call(x, size),
                    (2, InterpolationMode.Area) => AdaptiveAveragePool.Call(x, size),
                    (3, InterpolationMode.Area) => Area3d.Call(x, size),
                    (1, InterpolationMode.Linear) => Linear1d.Call(x, size, corners, scale),
                    (2, InterpolationMode.Bilinear) => (antialias ? BilinearSmooth : Bilinear).Call(x, size, corners, scale),
                    (2, InterpolationMode.Bicubic) => (antialias ? BicubicSmooth : Bicubic).Call(x, size, corners, scale),
                    (3, InterpolationMode.Trilinear) => Trilinear.Call(x, size, corners, scale),
                    _ => throw new ExternalException($"interpolate: {mode} is not for a tensor of {x.ndim} dimensions."),
                };
            }

            /// <inheritdoc cref="interpolate"/>
            public static Tensor upsample(Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool align_corners = false) =>
                interpolate(input, size, scale_factor, (InterpolationMode)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Channels laid out as pixels: (N, C·r², H, W) → (N, C, H·r, W·r). Shi et al. 2016.</summary>
            public static Tensor pixel_shuffle(Tensor input, long upscale_factor) => Shuffle.Call(input, upscale_factor);

            /// <summary>Pixels laid out as channels: (N, C, H·r, W·r) → (N, C·r², H, W).</summary>
            public static Tensor pixel_unshuffle(Tensor input, long downscale_factor) => Unshuffle.Call(input, downscale_factor);

            private static long[] Scaled(long[] shape, double[] factors) => [.. factors.Select((factor, i) => (long)Math.Floor(shape[i + 2] * factor))];
        }
    }
}
