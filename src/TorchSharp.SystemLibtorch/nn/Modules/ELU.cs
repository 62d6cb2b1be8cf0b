using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x where positive, else α(eˣ − 1).</summary>
            public static ELU ELU(double alpha = 1, bool inplace = false) => new(alpha, inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x where positive, else α(eˣ − 1): Clevert et al. 2016.</summary>
    public sealed class ELU : nn.Module<Tensor, Tensor>
    {
        internal ELU(double alpha, bool inplace) : base(nameof(ELU)) => (this.alpha, this.inplace) = (alpha, inplace);

        /// <summary>Minus the limit for x → −∞.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.elu(input, alpha, inplace);
    }
}
