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
    /// <summary>Batch normalization of features: Ioffe &amp; Szegedy 2015, algorithm 1.</summary>
    public sealed class BatchNorm1d : nn.Module<Tensor, Tensor>
    {
        private readonly double eps;
        private readonly double momentum;

        internal BatchNorm1d(long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype) : base(nameof(BatchNorm1d))
        {
            (this.eps, this.momentum) = (eps, momentum);
            if (affine)
            {
                register_parameter(nameof(weight), weight = new Parameter(ones([features], dtype, device)));
                register_parameter(nameof(bias), bias = new Parameter(zeros([features], dtype, device)));
            }
            if (!track) return;
            register_buffer(nameof(running_mean), running_mean = zeros([features], dtype, device));
            register_buffer(nameof(running_var), running_var = ones([features], dtype, device));
            register_buffer(nameof(num_batches_tracked), num_batches_tracked = zeros([], int64, device));
        }

        /// <summary>The learned gain, (C), or null.</summary>
        public Parameter? weight { get; }

        /// <summary>The learned shift, (C), or null.</summary>
        public Parameter? bias { get; }

        /// <summary>The mean that evaluation uses, (C), or null.</summary>
        public Tensor? running_mean { get; }

        /// <summary>The variance that evaluation uses, (C), or null.</summary>
        public Tensor? running_var { get; }

        /// <summary>How many batches the running statistics have seen.</summary>
        public Tensor? num_batches_tracked { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (input.ndim is not (2 or 3)) throw new ArgumentException($"BatchNorm1d takes (N, C) or (N, C, L), not {input.ndim} dimensions.", nameof(input));
            if (training) num_batches_tracked?.add_(1);
            return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, momentum, eps);
        }
    }
}
