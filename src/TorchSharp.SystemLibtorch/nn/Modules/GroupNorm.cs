using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each group of channels of each sample to mean 0 and variance 1, then a learned gain and shift a channel: (N, C, …).</summary>
            /// <param name="num_groups">Into how many groups the channels are divided.</param>
            /// <param name="num_channels">C.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="affine">Whether gain and shift are learned.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static GroupNorm GroupNorm(long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Group normalization: Wu &amp; He 2018.</summary>
    public sealed class GroupNorm : nn.Module<Tensor, Tensor>
    {
        internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype) : base(nameof(GroupNorm))
        {
            (num_groups, this.eps, this.affine) = (groups, eps, affine);
            if (!affine) return;
            weight = new Parameter(ones([channels], dtype, device));
            bias = new Parameter(zeros([channels], dtype, device));
        }

        /// <summary>The learned gain, (C); null where none is learned.</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value); } = null!;

        /// <summary>The learned shift, (C), or null.</summary>
        public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

        /// <summary>Into how many groups the channels are divided.</summary>
        public long num_groups { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether gain and shift are learned.</summary>
        public bool affine { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (input.ndim < 3) throw new ArgumentException($"GroupNorm takes (N, C, …) of at least 3 dimensions, not {input.ndim}.", nameof(input));
            return nn.functional.group_norm(input, num_groups, weight, bias, eps);
        }
    }
}
