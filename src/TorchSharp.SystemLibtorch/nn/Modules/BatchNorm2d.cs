using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each channel to mean 0 and variance 1 over the batch and all pixels, then a learned gain and shift: (N, C, H, W).</summary>
            /// <param name="num_features">C.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The weight of a new batch in the running statistics.</param>
            /// <param name="affine">Whether gain and shift are learned.</param>
            /// <param name="track_running_stats">Whether running statistics are kept for evaluation.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static BatchNorm2d BatchNorm2d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batch normalization of images.</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm2d), features, eps, momentum, affine, track, device, dtype)
        {
        }

        private protected override void CheckInput(Tensor input)
        {
            if (input.ndim != 4) throw new ArgumentException($"BatchNorm2d takes (N, C, H, W), not {input.ndim} dimensions.", nameof(input));
        }
    }
}
