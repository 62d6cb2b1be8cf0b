using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator ClampTensor = new("clamp", "Tensor");
        private static readonly Operator ClampTensorInPlace = new("clamp_", "Tensor");
        private static readonly Operator ClampMax = new("clamp_max");
        private static readonly Operator ClampMaxInPlace = new("clamp_max_");
        private static readonly Operator ClampMin = new("clamp_min");
        private static readonly Operator ClampMinInPlace = new("clamp_min_");
        private static readonly Operator Threshold = new("threshold");
        private static readonly Operator ThresholdInPlace = new("threshold_");
        private static readonly Operator MaskedFillScalarInPlace = new("masked_fill_", "Scalar");
        private static readonly Operator MaskedSelect = new("masked_select");
        private static readonly Operator MaskedScatter = new("masked_scatter");
        private static readonly Operator MaskedScatterInPlace = new("masked_scatter_");

        /// <summary>Elements below min become min, above max become max, element by element; null for no bound.</summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => ClampTensor.Call(this, min, max);
        /// <summary><see cref="clamp(Tensor, Tensor)"/>, written into this tensor.</summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => ClampTensorInPlace.CallInPlace(this, min, max);
        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
        /// <summary>Elements above max become max.</summary>
        public Tensor clamp_max(Scalar max) => ClampMax.Call(this, max);
        /// <summary><see cref="clamp_max"/>, written into this tensor.</summary>
        public Tensor clamp_max_(Scalar max) => ClampMaxInPlace.CallInPlace(this, max);
        /// <summary>Elements below min become min.</summary>
        public Tensor clamp_min(Scalar min) => ClampMin.Call(this, min);
        /// <summary><see cref="clamp_min"/>, written into this tensor.</summary>
        public Tensor clamp_min_(Scalar min) => ClampMinInPlace.CallInPlace(this, min);
        /// <inheritdoc cref="maximum"/>
        public Tensor max(Tensor other) => maximum(other);
        /// <inheritdoc cref="minimum"/>
        public Tensor min(Tensor other) => minimum(other);
        /// <summary>Elements not above the threshold become the value.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Threshold.Call(this, threshold, value);
        /// <summary><see cref="threshold"/>, written into this tensor.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) => ThresholdInPlace.CallInPlace(this, threshold, value);
        /// <summary>One value wherever the mask is true, written into this tensor.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => MaskedFillScalarInPlace.CallInPlace(this, mask, value);
        /// <summary>The elements at which the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) => MaskedSelect.Call(this, mask);
        /// <summary>A copy with the value's elements in turn wherever the mask is true.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => MaskedScatter.Call(this, mask, value);
        /// <summary><see cref="masked_scatter"/>, written into this tensor.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => MaskedScatterInPlace.CallInPlace(this, mask, value);
        /// <summary>These elements where the condition is true, else those of y.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);
    }
}
