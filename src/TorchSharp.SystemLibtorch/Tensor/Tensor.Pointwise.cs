using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Abs = new("abs");
        private static readonly Operator Exp = new("exp");
        private static readonly Operator Log = new("log");
        private static readonly Operator Log2 = new("log2");
        private static readonly Operator Sqrt = new("sqrt");
        private static readonly Operator Rsqrt = new("rsqrt");
        private static readonly Operator Square = new("square");
        private static readonly Operator Sin = new("sin");
        private static readonly Operator Cos = new("cos");
        private static readonly Operator Acos = new("acos");
        private static readonly Operator Tanh = new("tanh");
        private static readonly Operator Sigmoid = new("sigmoid");
        private static readonly Operator Relu = new("relu");
        private static readonly Operator RoundDecimals = new("round", "decimals");
        private static readonly Operator Floor = new("floor");
        private static readonly Operator Ceil = new("ceil");
        private static readonly Operator Sign = new("sign");
        private static readonly Operator Erf = new("erf");
        private static readonly Operator SqrtInPlace = new("sqrt_");
        private static readonly Operator TanhInPlace = new("tanh_");
        private static readonly Operator SigmoidInPlace = new("sigmoid_");
        private static readonly Operator ReluInPlace = new("relu_");
        private static readonly Operator ExpInPlace = new("exp_");
        private static readonly Operator ZeroInPlace = new("zero_");
        private static readonly Operator Clamp = new("clamp");
        private static readonly Operator ClampInPlace = new("clamp_");
        private static readonly Operator FillInPlace = new("fill_", "Scalar");
        private static readonly Operator Maximum = new("maximum");
        private static readonly Operator Minimum = new("minimum");
        private static readonly Operator Lerp = new("lerp", "Scalar");
        private static readonly Operator LerpTensor = new("lerp", "Tensor");
        private static readonly Operator MaskedFill = new("masked_fill", "Scalar");

        /// <summary>|x|.</summary>
        public Tensor abs() => Abs.Call(this);
        /// <summary>eˣ.</summary>
        public Tensor exp() => Exp.Call(this);
        /// <summary>Natural logarithm.</summary>
        public Tensor log() => Log.Call(this);
        /// <summary>Logarithm of base 2.</summary>
        public Tensor log2() => Log2.Call(this);
        /// <summary>Square root.</summary>
        public Tensor sqrt() => Sqrt.Call(this);
        /// <summary>1 / √x.</summary>
        public Tensor rsqrt() => Rsqrt.Call(this);
        /// <summary>x².</summary>
        public Tensor square() => Square.Call(this);
        /// <summary>Sine of radians.</summary>
        public Tensor sin() => Sin.Call(this);
        /// <summary>Cosine of radians.</summary>
        public Tensor cos() => Cos.Call(this);
        /// <summary>Angle in radians of a cosine.</summary>
        public Tensor acos() => Acos.Call(this);
        /// <summary>Hyperbolic tangent, in (-1, 1).</summary>
        public Tensor tanh() => Tanh.Call(this);
        /// <summary>1 / (1 + e⁻ˣ), in (0, 1).</summary>
        public Tensor sigmoid() => Sigmoid.Call(this);
        /// <summary>max(x, 0).</summary>
        public Tensor relu() => Relu.Call(this);
        /// <summary>Nearest number of so many decimals, halves to even.</summary>
        public Tensor round(long decimals = 0) => RoundDecimals.Call(this, decimals);
        /// <summary>Greatest whole number not above.</summary>
        public Tensor floor() => Floor.Call(this);
        /// <summary>Least whole number not below.</summary>
        public Tensor ceil() => Ceil.Call(this);
        /// <summary>−1, 0 or 1.</summary>
        public Tensor sign() => Sign.Call(this);
        /// <summary>Error function.</summary>
        public Tensor erf() => Erf.Call(this);
        /// <summary><see cref="sqrt()"/>, written into this tensor.</summary>
        public Tensor sqrt_() => SqrtInPlace.CallInPlace(this);
        /// <summary><see cref="tanh()"/>, written into this tensor.</summary>
        public Tensor tanh_() => TanhInPlace.CallInPlace(this);
        /// <summary><see cref="sigmoid()"/>, written into this tensor.</summary>
        public Tensor sigmoid_() => SigmoidInPlace.CallInPlace(this);
        /// <summary><see cref="relu()"/>, written into this tensor.</summary>
        public Tensor relu_() => ReluInPlace.CallInPlace(this);
        /// <summary><see cref="exp()"/>, written into this tensor.</summary>
        public Tensor exp_() => ExpInPlace.CallInPlace(this);
        /// <summary>All zeros, written into this tensor.</summary>
        public Tensor zero_() => ZeroInPlace.CallInPlace(this);
        /// <summary>Elements below min become min, above max become max; null for no bound.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Clamp.Call(this, min, max);
        /// <summary><see cref="clamp(Scalar, Scalar)"/>, written into this tensor.</summary>
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => ClampInPlace.CallInPlace(this, min, max);
        /// <summary>One value everywhere, written into this tensor.</summary>
        public Tensor fill_(Scalar value) => FillInPlace.CallInPlace(this, value);
        /// <summary>The greater of each pair.</summary>
        public Tensor maximum(Tensor other) => Maximum.Call(this, other);
        /// <summary>The lesser of each pair.</summary>
        public Tensor minimum(Tensor other) => Minimum.Call(this, other);
        /// <summary>this + weight · (end − this).</summary>
        public Tensor lerp(Tensor end, Scalar weight) => Lerp.Call(this, end, weight);
        /// <summary>this + weight · (end − this), one weight an element.</summary>
        public Tensor lerp(Tensor end, Tensor weight) => LerpTensor.Call(this, end, weight);
        /// <summary>A copy with one value wherever the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => MaskedFill.Call(this, mask, value);
    }
}
