using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each feature to mean 0 and variance 1 over the batch, then a learned gain and shift: (N, C) or (N, C, L).</summary>
            /// <param name="num_features">C.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="momentum">The weight of a new batch in the running statistics.</param>
            /// <param name="affine">Whether gain and shift are learned.</param>
            /// <param name="track_running_stats">Whether running statistics are kept for evaluation.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static BatchNorm1d BatchNorm1d(long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = true, bool track_running_stats = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batch normalization of features.</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
            : base(nameof(BatchNorm1d), features, eps, momentum, affine, track, device, dtype)
        {
        }

        private protected override void CheckInput(Tensor input)
        {
            if (input.ndim is not (2 or 3)) throw new ArgumentException($"BatchNorm1d takes (N, C) or (N, C, L), not {input.ndim} dimensions.", nameof(input));
        }
    }
}
