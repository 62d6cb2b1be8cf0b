using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each channel of each image to mean 0 and variance 1: (N, C, H, W) or (C, H, W).</summary>
            /// <param name="num_features">C.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The weight of a new batch in the running statistics.</param>
            /// <param name="affine">Whether gain and shift are learned.</param>
            /// <param name="track_running_stats">Whether running statistics are kept for evaluation.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static InstanceNorm2d InstanceNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Instance normalization: Ulyanov et al. 2016.</summary>
    public abstract class InstanceNorm : NormBase
    {
        private protected InstanceNorm(string name, long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(name, features, eps, momentum, affine, track, device, dtype)
        {
        }

        private protected Tensor Normalize(Tensor input) =>
            nn.functional.instance_norm(input, running_mean, running_var, weight, bias, training || !track_running_stats, momentum ?? 0.1, eps);
    }

    /// <summary>Instance normalization of images.</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(InstanceNorm2d), features, eps, momentum, affine, track, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            var shape = input.shape;
            if (shape.Length is not (3 or 4) || shape[^3] != num_features)
                throw new ArgumentException($"InstanceNorm2d takes (N, {num_features}, H, W) or ({num_features}, H, W), not ({string.Join(", ", shape)}).", nameof(input));
            if (shape.Length == 4) return Normalize(input);
            using var batch = input.unsqueeze(0);
            using var result = Normalize(batch);
            return result.squeeze(0);
        }
    }
}
