using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x·Φ(x).</summary>
            public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

            /// <summary>x·Φ(x).</summary>
            public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

            /// <summary>x·Φ(x), or its approximation by a hyperbolic tangent.</summary>
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x·Φ(x), with the normal distribution's Φ: Hendrycks &amp; Gimpel 2016.</summary>
    public sealed class GELU : nn.Module<Tensor, Tensor>
    {
        internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU)) => (this.approximate, this.inplace) = (approximate, inplace);

        /// <summary>How Φ is computed.</summary>
        public enum Approximate
        {
            /// <summary>By the error function.</summary>
            none,
            /// <summary>By a hyperbolic tangent.</summary>
            tanh,
        }

        /// <summary>How Φ is computed.</summary>
        public Approximate approximate { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.gelu(input, approximate, inplace);
    }
}
