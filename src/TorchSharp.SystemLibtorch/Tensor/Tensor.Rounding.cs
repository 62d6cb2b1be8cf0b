using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator AbsInPlace = new("abs_");
        private static readonly Operator FloorInPlace = new("floor_");
        private static readonly Operator CeilInPlace = new("ceil_");
        private static readonly Operator Trunc = new("trunc");
        private static readonly Operator TruncInPlace = new("trunc_");
        private static readonly Operator Frac = new("frac");
        private static readonly Operator FracInPlace = new("frac_");
        private static readonly Operator RoundDecimalsInPlace = new("round_", "decimals");
        private static readonly Operator SignInPlace = new("sign_");
        private static readonly Operator Sgn = new("sgn");
        private static readonly Operator SgnInPlace = new("sgn_");
        private static readonly Operator Signbit = new("signbit");
        private static readonly Operator CopysignTensor = new("copysign", "Tensor");
        private static readonly Operator CopysignTensorInPlace = new("copysign_", "Tensor");
        private static readonly Operator Heaviside = new("heaviside");
        private static readonly Operator HeavisideInPlace = new("heaviside_");
        private static readonly Operator Positive = new("positive");
        private static readonly Operator Nextafter = new("nextafter");
        private static readonly Operator NextafterInPlace = new("nextafter_");
        private static readonly Operator NanToNum = new("nan_to_num");
        private static readonly Operator NanToNumInPlace = new("nan_to_num_");

        /// <summary><see cref="abs()"/>, written into this tensor.</summary>
        public Tensor abs_() => AbsInPlace.CallInPlace(this);
        /// <inheritdoc cref="abs()"/>
        public Tensor absolute() => abs();
        /// <inheritdoc cref="abs_()"/>
        public Tensor absolute_() => abs_();
        /// <summary><see cref="floor()"/>, written into this tensor.</summary>
        public Tensor floor_() => FloorInPlace.CallInPlace(this);
        /// <summary><see cref="ceil()"/>, written into this tensor.</summary>
        public Tensor ceil_() => CeilInPlace.CallInPlace(this);
        /// <summary>Towards zero to a whole number.</summary>
        public Tensor trunc() => Trunc.Call(this);
        /// <summary><see cref="trunc()"/>, written into this tensor.</summary>
        public Tensor trunc_() => TruncInPlace.CallInPlace(this);
        /// <inheritdoc cref="trunc()"/>
        public Tensor fix() => trunc();
        /// <inheritdoc cref="trunc_()"/>
        public Tensor fix_() => trunc_();
        /// <summary>What <see cref="trunc()"/> takes away.</summary>
        public Tensor frac() => Frac.Call(this);
        /// <summary><see cref="frac()"/>, written into this tensor.</summary>
        public Tensor frac_() => FracInPlace.CallInPlace(this);
        /// <summary><see cref="round(long)"/>, written into this tensor.</summary>
        public Tensor round_(long decimals = 0) => RoundDecimalsInPlace.CallInPlace(this, decimals);
        /// <summary><see cref="sign()"/>, written into this tensor.</summary>
        public Tensor sign_() => SignInPlace.CallInPlace(this);
        /// <summary>−1, 0 or 1.</summary>
        public Tensor sgn() => Sgn.Call(this);
        /// <summary><see cref="sgn()"/>, written into this tensor.</summary>
        public Tensor sgn_() => SgnInPlace.CallInPlace(this);
        /// <summary>True where the sign is negative, −0 included.</summary>
        public Tensor signbit() => Signbit.Call(this);
        /// <summary>This magnitude with the other's sign.</summary>
        public Tensor copysign(Tensor other) => CopysignTensor.Call(this, other);
        /// <summary><see cref="copysign(Tensor)"/>, written into this tensor.</summary>
        public Tensor copysign_(Tensor other) => CopysignTensorInPlace.CallInPlace(this, other);
        /// <summary>0 below zero, 1 above, the other's element at zero.</summary>
        public Tensor heaviside(Tensor other) => Heaviside.Call(this, other);
        /// <summary><see cref="heaviside(Tensor)"/>, written into this tensor.</summary>
        public Tensor heaviside_(Tensor other) => HeavisideInPlace.CallInPlace(this, other);
        /// <summary>The tensor itself.</summary>
        public Tensor positive() => Positive.Call(this);
        /// <summary>The next number towards the other.</summary>
        public Tensor nextafter(Tensor other) => Nextafter.Call(this, other);
        /// <summary><see cref="nextafter(Tensor)"/>, written into this tensor.</summary>
        public Tensor nextafter_(Tensor other) => NextafterInPlace.CallInPlace(this, other);
        /// <summary>A copy with numbers for NaN and infinities; without them the type's greatest and least.</summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) => NanToNum.Call(this, nan, Real(posinf), Real(neginf));
        /// <summary><see cref="nan_to_num"/>, written into this tensor.</summary>
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) => NanToNumInPlace.CallInPlace(this, nan, Real(posinf), Real(neginf));
        /// <summary>A number, or the operator's None.</summary>
        private static Argument Real(double? value) => value is { } v ? v : default(Argument);
    }
}
