using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Exp2 = new("exp2");
        private static readonly Operator Exp2InPlace = new("exp2_");
        private static readonly Operator Expm1 = new("expm1");
        private static readonly Operator Expm1InPlace = new("expm1_");
        private static readonly Operator LogInPlace = new("log_");
        private static readonly Operator Log2InPlace = new("log2_");
        private static readonly Operator Log10 = new("log10");
        private static readonly Operator Log10InPlace = new("log10_");
        private static readonly Operator Log1p = new("log1p");
        private static readonly Operator Log1pInPlace = new("log1p_");
        private static readonly Operator Logaddexp = new("logaddexp");
        private static readonly Operator Logaddexp2 = new("logaddexp2");
        private static readonly Operator XlogyTensor = new("xlogy", "Tensor");
        private static readonly Operator XlogyTensorInPlace = new("xlogy_", "Tensor");
        private static readonly Operator XlogyScalarOther = new("xlogy", "Scalar_Other");
        private static readonly Operator XlogyScalarOtherInPlace = new("xlogy_", "Scalar_Other");
        private static readonly Operator Logit = new("logit");
        private static readonly Operator LogitInPlace = new("logit_");
        private static readonly Operator Erfc = new("erfc");
        private static readonly Operator ErfcInPlace = new("erfc_");
        private static readonly Operator Erfinv = new("erfinv");
        private static readonly Operator ErfinvInPlace = new("erfinv_");
        private static readonly Operator Lgamma = new("lgamma");
        private static readonly Operator LgammaInPlace = new("lgamma_");
        private static readonly Operator Digamma = new("digamma");
        private static readonly Operator DigammaInPlace = new("digamma_");
        private static readonly Operator SoftmaxInt = new("softmax", "int");
        private static readonly Operator LogSoftmaxInt = new("log_softmax", "int");
        private static readonly Operator Softplus = new("softplus");
        private static readonly Operator LogSigmoid = new("log_sigmoid");
        private static readonly Operator Logcumsumexp = new("logcumsumexp");
        private static readonly Operator ErfInPlace = new("erf_");
        private static readonly Operator LdexpTensor = new("ldexp", "Tensor");

        /// <summary>2ˣ.</summary>
        public Tensor exp2() => Exp2.Call(this);
        /// <summary><see cref="exp2()"/>, written into this tensor.</summary>
        public Tensor exp2_() => Exp2InPlace.CallInPlace(this);
        /// <summary>eˣ − 1, exact near 0.</summary>
        public Tensor expm1() => Expm1.Call(this);
        /// <summary><see cref="expm1()"/>, written into this tensor.</summary>
        public Tensor expm1_() => Expm1InPlace.CallInPlace(this);
        /// <summary><see cref="log()"/>, written into this tensor.</summary>
        public Tensor log_() => LogInPlace.CallInPlace(this);
        /// <summary><see cref="log2()"/>, written into this tensor.</summary>
        public Tensor log2_() => Log2InPlace.CallInPlace(this);
        /// <summary>Logarithm of base 10.</summary>
        public Tensor log10() => Log10.Call(this);
        /// <summary><see cref="log10()"/>, written into this tensor.</summary>
        public Tensor log10_() => Log10InPlace.CallInPlace(this);
        /// <summary>log(1 + x), exact near 0.</summary>
        public Tensor log1p() => Log1p.Call(this);
        /// <summary><see cref="log1p()"/>, written into this tensor.</summary>
        public Tensor log1p_() => Log1pInPlace.CallInPlace(this);
        /// <summary>log(eᵃ + eᵇ), without overflow.</summary>
        public Tensor logaddexp(Tensor other) => Logaddexp.Call(this, other);
        /// <summary>log₂(2ᵃ + 2ᵇ), without overflow.</summary>
        public Tensor logaddexp2(Tensor other) => Logaddexp2.Call(this, other);
        /// <summary>this · log y, 0 where this is 0.</summary>
        public Tensor xlogy(Tensor y) => XlogyTensor.Call(this, y);
        /// <summary><see cref="xlogy(Tensor)"/>, written into this tensor.</summary>
        public Tensor xlogy_(Tensor y) => XlogyTensorInPlace.CallInPlace(this, y);
        /// <summary>this · log y, 0 where this is 0.</summary>
        public Tensor xlogy(Scalar y) => XlogyScalarOther.Call(this, y);
        /// <summary><see cref="xlogy(Scalar)"/>, written into this tensor.</summary>
        public Tensor xlogy_(Scalar y) => XlogyScalarOtherInPlace.CallInPlace(this, y);
        /// <summary>log(x / (1 − x)), the inverse of the sigmoid; with eps, x is kept in [eps, 1 − eps] first.</summary>
        public Tensor logit(double? eps = null) => Logit.Call(this, eps is { } e ? e : default(Argument));
        /// <summary><see cref="logit"/>, written into this tensor.</summary>
        public Tensor logit_(double? eps = null) => LogitInPlace.CallInPlace(this, eps is { } e ? e : default(Argument));
        /// <summary>1 less the error function.</summary>
        public Tensor erfc() => Erfc.Call(this);
        /// <summary><see cref="erfc()"/>, written into this tensor.</summary>
        public Tensor erfc_() => ErfcInPlace.CallInPlace(this);
        /// <summary>Inverse of the error function, for x in (-1, 1).</summary>
        public Tensor erfinv() => Erfinv.Call(this);
        /// <summary><see cref="erfinv()"/>, written into this tensor.</summary>
        public Tensor erfinv_() => ErfinvInPlace.CallInPlace(this);
        /// <summary>log |Γ(x)|.</summary>
        public Tensor lgamma() => Lgamma.Call(this);
        /// <summary><see cref="lgamma()"/>, written into this tensor.</summary>
        public Tensor lgamma_() => LgammaInPlace.CallInPlace(this);
        /// <summary>The derivative of log Γ(x).</summary>
        public Tensor digamma() => Digamma.Call(this);
        /// <summary><see cref="digamma()"/>, written into this tensor.</summary>
        public Tensor digamma_() => DigammaInPlace.CallInPlace(this);
        /// <summary>eˣ along a dimension, normalized to the sum 1.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => SoftmaxInt.Call(this, dim, dtype);
        /// <summary>The logarithm of <see cref="softmax"/>, without overflow.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => LogSoftmaxInt.Call(this, dim, dtype);
        /// <summary>log(1 + eᵝˣ) / β, linear where βx is above the threshold.</summary>
        public Tensor softplus(double beta = 1, double threshold = 20) => Softplus.Call(this, beta, threshold);
        /// <summary>log of the sigmoid, without overflow.</summary>
        public Tensor log_sigmoid() => LogSigmoid.Call(this);
        /// <summary>Running log Σ eˣ along one dimension.</summary>
        public Tensor logcumsumexp(long dim) => Logcumsumexp.Call(this, dim);
        /// <summary><see cref="erf()"/>, written into this tensor.</summary>
        public Tensor erf_() => ErfInPlace.CallInPlace(this);
        /// <summary>this · 2 to the power of other.</summary>
        public Tensor ldexp(Tensor other) => LdexpTensor.Call(this, other);
    }
}
