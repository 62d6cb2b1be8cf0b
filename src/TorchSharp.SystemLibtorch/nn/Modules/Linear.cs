using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·Wᵀ + b on the last dimension: (…, in) → (…, out).</summary>
            /// <param name="inputSize">The size of the last dimension that goes in.</param>
            /// <param name="outputSize">The size of the last dimension that comes out.</param>
            /// <param name="hasBias">Whether to add b.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Linear Linear(long inputSize, long outputSize, bool hasBias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, outputSize, hasBias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A fully connected layer.</summary>
    public sealed class Linear : nn.Module<Tensor, Tensor>
    {
        internal Linear(long inputSize, long outputSize, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
        {
            (in_features, out_features) = (inputSize, outputSize);
            weight = new Parameter(empty([outputSize, inputSize], dtype, device));
            nn.init.kaiming_uniform_(weight, a: Math.Sqrt(5));
            if (!hasBias) return;
            var bound = inputSize > 0 ? 1 / Math.Sqrt(inputSize) : 0;
            bias = new Parameter(empty([outputSize], dtype, device));
            nn.init.uniform_(bias, -bound, bound);
        }

        /// <summary>W, (out, in).</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value); }

        /// <summary>b, (out), or null.</summary>
        public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

        /// <summary>The size of the last dimension that goes in.</summary>
        public long in_features { get; }

        /// <summary>The size of the last dimension that comes out.</summary>
        public long out_features { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.linear(input, weight, bias);
    }
}
