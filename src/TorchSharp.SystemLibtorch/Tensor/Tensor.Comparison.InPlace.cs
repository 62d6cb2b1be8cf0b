using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator EqTensorInPlace = new("eq_", "Tensor");
        private static readonly Operator EqScalarInPlace = new("eq_", "Scalar");
        private static readonly Operator NeTensorInPlace = new("ne_", "Tensor");
        private static readonly Operator NeScalarInPlace = new("ne_", "Scalar");
        private static readonly Operator LtTensorInPlace = new("lt_", "Tensor");
        private static readonly Operator LtScalarInPlace = new("lt_", "Scalar");
        private static readonly Operator LeTensorInPlace = new("le_", "Tensor");
        private static readonly Operator LeScalarInPlace = new("le_", "Scalar");
        private static readonly Operator GtTensorInPlace = new("gt_", "Tensor");
        private static readonly Operator GtScalarInPlace = new("gt_", "Scalar");
        private static readonly Operator GeTensorInPlace = new("ge_", "Tensor");
        private static readonly Operator GeScalarInPlace = new("ge_", "Scalar");
        private static readonly Operator LogicalAndInPlace = new("logical_and_");
        private static readonly Operator LogicalOrInPlace = new("logical_or_");
        private static readonly Operator LogicalNotInPlace = new("logical_not_");
        private static readonly Operator LogicalXor = new("logical_xor");
        private static readonly Operator LogicalXorInPlace = new("logical_xor_");
        private static readonly Operator Isclose = new("isclose");
        private static readonly Operator Isinf = new("isinf");
        private static readonly Operator Isposinf = new("isposinf");
        private static readonly Operator Isneginf = new("isneginf");
        private static readonly Operator Isreal = new("isreal");
        private static readonly Operator IsinTensorTensor = new("isin", "Tensor_Tensor");
        private static readonly Operator BitwiseAndTensor = new("bitwise_and", "Tensor");
        private static readonly Operator BitwiseAndTensorInPlace = new("bitwise_and_", "Tensor");
        private static readonly Operator BitwiseOrTensor = new("bitwise_or", "Tensor");
        private static readonly Operator BitwiseOrTensorInPlace = new("bitwise_or_", "Tensor");
        private static readonly Operator BitwiseXorTensor = new("bitwise_xor", "Tensor");
        private static readonly Operator BitwiseXorTensorInPlace = new("bitwise_xor_", "Tensor");
        private static readonly Operator BitwiseLeftShiftTensor = new("bitwise_left_shift", "Tensor");
        private static readonly Operator BitwiseLeftShiftTensorInPlace = new("bitwise_left_shift_", "Tensor");
        private static readonly Operator BitwiseRightShiftTensor = new("bitwise_right_shift", "Tensor");
        private static readonly Operator BitwiseRightShiftTensorInPlace = new("bitwise_right_shift_", "Tensor");
        private static readonly Operator BitwiseNot = new("bitwise_not");
        private static readonly Operator BitwiseNotInPlace = new("bitwise_not_");

        /// <summary>1 where equal, else 0, written into this tensor.</summary>
        public Tensor eq_(Tensor target) => EqTensorInPlace.CallInPlace(this, target);
        /// <summary>1 where equal, else 0, written into this tensor.</summary>
        public Tensor eq_(Scalar target) => EqScalarInPlace.CallInPlace(this, target);
        /// <summary>1 where different, else 0, written into this tensor.</summary>
        public Tensor ne_(Tensor target) => NeTensorInPlace.CallInPlace(this, target);
        /// <summary>1 where different, else 0, written into this tensor.</summary>
        public Tensor ne_(Scalar target) => NeScalarInPlace.CallInPlace(this, target);
        /// <summary>1 where less, else 0, written into this tensor.</summary>
        public Tensor lt_(Tensor target) => LtTensorInPlace.CallInPlace(this, target);
        /// <summary>1 where less, else 0, written into this tensor.</summary>
        public Tensor lt_(Scalar target) => LtScalarInPlace.CallInPlace(this, target);
        /// <summary>1 where less or equal, else 0, written into this tensor.</summary>
        public Tensor le_(Tensor target) => LeTensorInPlace.CallInPlace(this, target);
        /// <summary>1 where less or equal, else 0, written into this tensor.</summary>
        public Tensor le_(Scalar target) => LeScalarInPlace.CallInPlace(this, target);
        /// <summary>1 where greater, else 0, written into this tensor.</summary>
        public Tensor gt_(Tensor target) => GtTensorInPlace.CallInPlace(this, target);
        /// <summary>1 where greater, else 0, written into this tensor.</summary>
        public Tensor gt_(Scalar target) => GtScalarInPlace.CallInPlace(this, target);
        /// <summary>1 where greater or equal, else 0, written into this tensor.</summary>
        public Tensor ge_(Tensor target) => GeTensorInPlace.CallInPlace(this, target);
        /// <summary>1 where greater or equal, else 0, written into this tensor.</summary>
        public Tensor ge_(Scalar target) => GeScalarInPlace.CallInPlace(this, target);
        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor equal(Tensor target) => eq(target);
        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor not_equal(Tensor target) => ne(target);
        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor less(Tensor target) => lt(target);
        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor less_equal(Tensor target) => le(target);
        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor greater(Tensor target) => gt(target);
        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor greater_equal(Tensor target) => ge(target);
        /// <summary>Both true, written into this tensor.</summary>
        public Tensor logical_and_(Tensor other) => LogicalAndInPlace.CallInPlace(this, other);
        /// <summary>At least one true, written into this tensor.</summary>
        public Tensor logical_or_(Tensor other) => LogicalOrInPlace.CallInPlace(this, other);
        /// <summary>Not true, written into this tensor.</summary>
        public Tensor logical_not_() => LogicalNotInPlace.CallInPlace(this);
        /// <summary>Exactly one true.</summary>
        public Tensor logical_xor(Tensor other) => LogicalXor.Call(this, other);
        /// <summary><see cref="logical_xor(Tensor)"/>, written into this tensor.</summary>
        public Tensor logical_xor_(Tensor other) => LogicalXorInPlace.CallInPlace(this, other);
        /// <summary>True where a pair differs by at most atol + rtol · |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1e-05, double atol = 1e-08, bool nanEqual = false) => Isclose.Call(this, other, rtol, atol, nanEqual);
        /// <summary>True where the element is infinite.</summary>
        public Tensor isinf() => Isinf.Call(this);
        /// <summary>True where the element is +∞.</summary>
        public Tensor isposinf() => Isposinf.Call(this);
        /// <summary>True where the element is −∞.</summary>
        public Tensor isneginf() => Isneginf.Call(this);
        /// <summary>True everywhere: no element has an imaginary part.</summary>
        public Tensor isreal() => Isreal.Call(this);
        /// <summary>True where the element is one of the test elements.</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false) => IsinTensorTensor.Call(this, test_elements, assumeUnique, invert);
        /// <summary>The bits set in both.</summary>
        public Tensor bitwise_and(Tensor other) => BitwiseAndTensor.Call(this, other);
        /// <summary><see cref="bitwise_and(Tensor)"/>, written into this tensor.</summary>
        public Tensor bitwise_and_(Tensor other) => BitwiseAndTensorInPlace.CallInPlace(this, other);
        /// <summary>The bits set in either.</summary>
        public Tensor bitwise_or(Tensor other) => BitwiseOrTensor.Call(this, other);
        /// <summary><see cref="bitwise_or(Tensor)"/>, written into this tensor.</summary>
        public Tensor bitwise_or_(Tensor other) => BitwiseOrTensorInPlace.CallInPlace(this, other);
        /// <summary>The bits set in exactly one.</summary>
        public Tensor bitwise_xor(Tensor other) => BitwiseXorTensor.Call(this, other);
        /// <summary><see cref="bitwise_xor(Tensor)"/>, written into this tensor.</summary>
        public Tensor bitwise_xor_(Tensor other) => BitwiseXorTensorInPlace.CallInPlace(this, other);
        /// <summary>Bits moved up.</summary>
        public Tensor bitwise_left_shift(Tensor other) => BitwiseLeftShiftTensor.Call(this, other);
        /// <summary><see cref="bitwise_left_shift(Tensor)"/>, written into this tensor.</summary>
        public Tensor bitwise_left_shift_(Tensor other) => BitwiseLeftShiftTensorInPlace.CallInPlace(this, other);
        /// <summary>Bits moved down.</summary>
        public Tensor bitwise_right_shift(Tensor other) => BitwiseRightShiftTensor.Call(this, other);
        /// <summary><see cref="bitwise_right_shift(Tensor)"/>, written into this tensor.</summary>
        public Tensor bitwise_right_shift_(Tensor other) => BitwiseRightShiftTensorInPlace.CallInPlace(this, other);
        /// <summary>Every bit turned over; for truth values, not.</summary>
        public Tensor bitwise_not() => BitwiseNot.Call(this);
        /// <summary><see cref="bitwise_not()"/>, written into this tensor.</summary>
        public Tensor bitwise_not_() => BitwiseNotInPlace.CallInPlace(this);
    }
}
