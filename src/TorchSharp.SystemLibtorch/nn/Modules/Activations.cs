using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x, but negative numbers times a small slope.</summary>
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);
            /// <summary>max(x, 0).</summary>
            public static ReLU ReLU(bool inplace = false) => new(inplace);
            /// <summary>Hyperbolic tangent, in (-1, 1).</summary>
            public static Tanh Tanh(bool inplace = false) => new(inplace);
            /// <summary>1 / (1 + e⁻ˣ), in (0, 1).</summary>
            public static Sigmoid Sigmoid(bool inplace = false) => new(inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x, but negative numbers times a small slope: Maas et al. 2013.</summary>
    public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
    {
        internal LeakyReLU(double slope, bool inplace) : base(nameof(LeakyReLU)) => (negative_slope, this.inplace) = (slope, inplace);

        /// <summary>The slope for x &lt; 0.</summary>
        public double negative_slope { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.leaky_relu(input, negative_slope, inplace);
    }

    /// <summary>max(x, 0).</summary>
    public sealed class ReLU : nn.Module<Tensor, Tensor>
    {
        internal ReLU(bool inplace) : base(nameof(ReLU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.relu(input, inplace);
    }

    /// <summary>Hyperbolic tangent.</summary>
    public sealed class Tanh : nn.Module<Tensor, Tensor>
    {
        internal Tanh(bool inplace) : base(nameof(Tanh)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.tanh(input, inplace);
    }

    /// <summary>The logistic function.</summary>
    public sealed class Sigmoid : nn.Module<Tensor, Tensor>
    {
        internal Sigmoid(bool inplace) : base(nameof(Sigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.sigmoid(input, inplace);
    }
}
