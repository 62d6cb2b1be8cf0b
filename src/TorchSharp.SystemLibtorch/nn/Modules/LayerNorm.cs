using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Each sample to mean 0 and variance 1 over its last dimensions, then a learned gain and shift.</summary>
            /// <param name="normalized_shape">The sizes of these dimensions.</param>
            /// <param name="eps">Added to the variance.</param>
            /// <param name="elementwise_affine">Whether gain and shift are learned.</param>
            /// <param name="bias">Whether the shift is.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static LayerNorm LayerNorm(long[] normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(normalized_shape, eps, elementwise_affine, bias, device, dtype);

            /// <summary>Each sample to mean 0 and variance 1 over its last dimension, then a learned gain and shift.</summary>
            public static LayerNorm LayerNorm(long normalized_shape, double eps = 1e-05, bool elementwise_affine = true, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new([normalized_shape], eps, elementwise_affine, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Layer normalization: Ba et al. 2016.</summary>
    public sealed class LayerNorm : nn.Module<Tensor, Tensor>
    {
        internal LayerNorm(long[] shape, double eps, bool affine, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(LayerNorm))
        {
            (normalized_shape, this.eps, elementwise_affine) = (shape, eps, affine);
            if (affine) weight = new Parameter(ones(shape, dtype, device));
            if (affine && hasBias) bias = new Parameter(zeros(shape, dtype, device));
        }

        /// <summary>The learned gain; null where none is learned.</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value); } = null!;

        /// <summary>The learned shift, or null.</summary>
        public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

        /// <summary>The sizes of the dimensions that are normalized.</summary>
        public long[] normalized_shape { get; set; }

        /// <summary>Added to the variance.</summary>
        public double eps { get; set; }

        /// <summary>Whether gain and shift are learned.</summary>
        public bool elementwise_affine { get; set; }

        /// <summary>Gain 1 and shift 0.</summary>
        public void reset_parameters()
        {
            if (weight is not null) nn.init.ones_(weight);
            if (bias is not null) nn.init.zeros_(bias);
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.layer_norm(input, normalized_shape, weight, bias, eps);
    }
}
