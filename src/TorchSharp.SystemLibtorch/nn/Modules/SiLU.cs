using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·σ(x).</summary>
            public static SiLU SiLU() => new(false);

            /// <summary>x·σ(x).</summary>
            public static SiLU SiLU(bool inplace) => new(inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x·σ(x), also called swish: Elfwing et al. 2018.</summary>
    public sealed class SiLU : nn.Module<Tensor, Tensor>
    {
        internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.silu(input, inplace);
    }
}
