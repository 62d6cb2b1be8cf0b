using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator NegInPlace = new("neg_");
        private static readonly Operator ReciprocalInPlace = new("reciprocal_");
        private static readonly Operator RsqrtInPlace = new("rsqrt_");
        private static readonly Operator PowTensorInPlace = new("pow_", "Tensor");
        private static readonly Operator PowScalarInPlace = new("pow_", "Scalar");
        private static readonly Operator FloatPowerTensorTensor = new("float_power", "Tensor_Tensor");
        private static readonly Operator RemainderTensor = new("remainder", "Tensor");
        private static readonly Operator RemainderTensorInPlace = new("remainder_", "Tensor");
        private static readonly Operator RemainderScalarInPlace = new("remainder_", "Scalar");
        private static readonly Operator FmodTensor = new("fmod", "Tensor");
        private static readonly Operator FmodTensorInPlace = new("fmod_", "Tensor");
        private static readonly Operator FmodScalar = new("fmod", "Scalar");
        private static readonly Operator FmodScalarInPlace = new("fmod_", "Scalar");
        private static readonly Operator FloorDivide = new("floor_divide");
        private static readonly Operator FloorDivideScalar = new("floor_divide", "Scalar");
        private static readonly Operator FloorDivideTensorInPlace = new("floor_divide_", "Tensor");
        private static readonly Operator FloorDivideScalarInPlace = new("floor_divide_", "Scalar");
        private static readonly Operator Gcd = new("gcd");
        private static readonly Operator GcdInPlace = new("gcd_");
        private static readonly Operator Lcm = new("lcm");
        private static readonly Operator LcmInPlace = new("lcm_");

        /// <summary>Each element's negative.</summary>
        public Tensor neg() => Negative.Call(this);
        /// <summary><see cref="neg()"/>, written into this tensor.</summary>
        public Tensor neg_() => NegInPlace.CallInPlace(this);
        /// <inheritdoc cref="neg()"/>
        public Tensor negative() => neg();
        /// <summary><see cref="reciprocal()"/>, written into this tensor.</summary>
        public Tensor reciprocal_() => ReciprocalInPlace.CallInPlace(this);
        /// <summary><see cref="rsqrt()"/>, written into this tensor.</summary>
        public Tensor rsqrt_() => RsqrtInPlace.CallInPlace(this);
        /// <summary>Each element to the power of its partner, written into this tensor.</summary>
        public Tensor pow_(Tensor exponent) => PowTensorInPlace.CallInPlace(this, exponent);
        /// <summary>Each element to a power, written into this tensor.</summary>
        public Tensor pow_(Scalar exponent) => PowScalarInPlace.CallInPlace(this, exponent);
        /// <summary>Each element to the power of its partner, in double precision.</summary>
        public Tensor float_power(Tensor target) => FloatPowerTensorTensor.Call(this, target);
        /// <summary>Remainder of the division, of the divisor's sign.</summary>
        public Tensor remainder(Tensor target) => RemainderTensor.Call(this, target);
        /// <summary><see cref="remainder(Tensor)"/>, written into this tensor.</summary>
        public Tensor remainder_(Tensor target) => RemainderTensorInPlace.CallInPlace(this, target);
        /// <summary>Remainder of the division by one number, of its sign.</summary>
        public Tensor remainder(Scalar scalar) => RemainderScalar.Call(this, scalar);
        /// <summary><see cref="remainder(Scalar)"/>, written into this tensor.</summary>
        public Tensor remainder_(Scalar scalar) => RemainderScalarInPlace.CallInPlace(this, scalar);
        /// <summary>Remainder of the division, of the dividend's sign.</summary>
        public Tensor fmod(Tensor target) => FmodTensor.Call(this, target);
        /// <summary><see cref="fmod(Tensor)"/>, written into this tensor.</summary>
        public Tensor fmod_(Tensor target) => FmodTensorInPlace.CallInPlace(this, target);
        /// <summary>Remainder of the division by one number, of the dividend's sign.</summary>
        public Tensor fmod(Scalar scalar) => FmodScalar.Call(this, scalar);
        /// <summary><see cref="fmod(Scalar)"/>, written into this tensor.</summary>
        public Tensor fmod_(Scalar scalar) => FmodScalarInPlace.CallInPlace(this, scalar);
        /// <summary>Quotient rounded down.</summary>
        public Tensor floor_divide(Tensor other) => FloorDivide.Call(this, other);
        /// <summary>Quotient by one number, rounded down.</summary>
        public Tensor floor_divide(Scalar other) => FloorDivideScalar.Call(this, other);
        /// <summary><see cref="floor_divide(Tensor)"/>, written into this tensor.</summary>
        public Tensor floor_divide_(Tensor other) => FloorDivideTensorInPlace.CallInPlace(this, other);
        /// <summary><see cref="floor_divide(Scalar)"/>, written into this tensor.</summary>
        public Tensor floor_divide_(Scalar other) => FloorDivideScalarInPlace.CallInPlace(this, other);
        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor true_divide(Tensor other) => div(other);
        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor true_divide(Scalar other) => div(other);
        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor true_divide_(Tensor other) => div_(other);
        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor true_divide_(Scalar other) => div_(other);
        /// <inheritdoc cref="div(Tensor, RoundingMode)"/>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        /// <inheritdoc cref="div(Scalar, RoundingMode)"/>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        /// <inheritdoc cref="div_(Tensor, RoundingMode)"/>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        /// <inheritdoc cref="div_(Scalar, RoundingMode)"/>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);
        /// <inheritdoc cref="mul(Tensor)"/>
        public Tensor multiply(Tensor target) => mul(target);
        /// <inheritdoc cref="mul(Scalar)"/>
        public Tensor multiply(Scalar target) => mul(target);
        /// <inheritdoc cref="sub(Tensor)"/>
        public Tensor subtract(Tensor target) => sub(target);
        /// <inheritdoc cref="sub(Scalar)"/>
        public Tensor subtract(Scalar target) => sub(target);
        /// <inheritdoc cref="sub_(Tensor)"/>
        public Tensor subtract_(Tensor target) => sub_(target);
        /// <inheritdoc cref="sub_(Scalar)"/>
        public Tensor subtract_(Scalar target) => sub_(target);
        /// <summary>Sum with alpha times one number.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => AddScalar.Call(this, scalar, alpha);
        /// <summary>Sum with alpha times one number, written into this tensor.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => AddScalarInPlace.CallInPlace(this, scalar, alpha);
        /// <summary>Greatest common divisor.</summary>
        public Tensor gcd(Tensor other) => Gcd.Call(this, other);
        /// <summary><see cref="gcd(Tensor)"/>, written into this tensor.</summary>
        public Tensor gcd_(Tensor other) => GcdInPlace.CallInPlace(this, other);
        /// <summary>Least common multiple.</summary>
        public Tensor lcm(Tensor other) => Lcm.Call(this, other);
        /// <summary><see cref="lcm(Tensor)"/>, written into this tensor.</summary>
        public Tensor lcm_(Tensor other) => LcmInPlace.CallInPlace(this, other);
    }
}
