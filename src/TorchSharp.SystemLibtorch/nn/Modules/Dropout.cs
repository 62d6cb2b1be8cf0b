using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>While training, zero with probability p, else 1 / (1 − p) times the input.</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Random zeros while training: Srivastava et al. 2014.</summary>
    public sealed class Dropout : nn.Module<Tensor, Tensor>
    {
        internal Dropout(double p, bool inplace) : base(nameof(Dropout)) => (this.p, this.inplace) = (p, inplace);

        /// <summary>The probability of a zero, in [0, 1].</summary>
        public double p { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.dropout(input, p, training, inplace);
    }
}
