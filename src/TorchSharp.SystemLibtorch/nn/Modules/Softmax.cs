using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>eˣ along a dimension, normalized to the sum 1.</summary>
            public static Softmax Softmax(long dim) => new(dim);

            /// <summary>The logarithm of softmax along a dimension.</summary>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>eˣ along a dimension, normalized to the sum 1.</summary>
    public sealed class Softmax : nn.Module<Tensor, Tensor>
    {
        internal Softmax(long dim) : base(nameof(Softmax)) => this.dim = dim;

        /// <summary>The dimension whose sum is 1.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.softmax(input, dim);
    }

    /// <summary>The logarithm of softmax along a dimension.</summary>
    public sealed class LogSoftmax : nn.Module<Tensor, Tensor>
    {
        internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

        /// <summary>The dimension whose exponentials sum to 1.</summary>
        public long dim { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.log_softmax(input, dim);
    }
}
