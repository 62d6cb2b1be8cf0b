using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator EqTensor = new("eq", "Tensor");
        private static readonly Operator EqScalar = new("eq", "Scalar");
        private static readonly Operator NeTensor = new("ne", "Tensor");
        private static readonly Operator NeScalar = new("ne", "Scalar");
        private static readonly Operator LtTensor = new("lt", "Tensor");
        private static readonly Operator LtScalar = new("lt", "Scalar");
        private static readonly Operator LeTensor = new("le", "Tensor");
        private static readonly Operator LeScalar = new("le", "Scalar");
        private static readonly Operator GtTensor = new("gt", "Tensor");
        private static readonly Operator GtScalar = new("gt", "Scalar");
        private static readonly Operator GeTensor = new("ge", "Tensor");
        private static readonly Operator GeScalar = new("ge", "Scalar");
        private static readonly Operator LogicalAnd = new("logical_and");
        private static readonly Operator LogicalOr = new("logical_or");
        private static readonly Operator LogicalNot = new("logical_not");
        private static readonly Operator Isnan = new("isnan");
        private static readonly Operator Isfinite = new("isfinite");
        private static readonly Operator AllClose = new("allclose");

        /// <summary>True where this is equal.</summary>
        public Tensor eq(Tensor target) => EqTensor.Call(this, target);
        /// <summary>True where this is equal.</summary>
        public Tensor eq(Scalar target) => EqScalar.Call(this, target);
        /// <summary>True where the left is equal.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);
        /// <summary>True where the left is equal.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);

        /// <summary>True where this is different.</summary>
        public Tensor ne(Tensor target) => NeTensor.Call(this, target);
        /// <summary>True where this is different.</summary>
        public Tensor ne(Scalar target) => NeScalar.Call(this, target);
        /// <summary>True where the left is different.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);
        /// <summary>True where the left is different.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);

        /// <summary>True where this is less.</summary>
        public Tensor lt(Tensor target) => LtTensor.Call(this, target);
        /// <summary>True where this is less.</summary>
        public Tensor lt(Scalar target) => LtScalar.Call(this, target);
        /// <summary>True where the left is less.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);
        /// <summary>True where the left is less.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);

        /// <summary>True where this is less or equal.</summary>
        public Tensor le(Tensor target) => LeTensor.Call(this, target);
        /// <summary>True where this is less or equal.</summary>
        public Tensor le(Scalar target) => LeScalar.Call(this, target);
        /// <summary>True where the left is less or equal.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);
        /// <summary>True where the left is less or equal.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);

        /// <summary>True where this is greater.</summary>
        public Tensor gt(Tensor target) => GtTensor.Call(this, target);
        /// <summary>True where this is greater.</summary>
        public Tensor gt(Scalar target) => GtScalar.Call(this, target);
        /// <summary>True where the left is greater.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);
        /// <summary>True where the left is greater.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);

        /// <summary>True where this is greater or equal.</summary>
        public Tensor ge(Tensor target) => GeTensor.Call(this, target);
        /// <summary>True where this is greater or equal.</summary>
        public Tensor ge(Scalar target) => GeScalar.Call(this, target);
        /// <summary>True where the left is greater or equal.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);
        /// <summary>True where the left is greater or equal.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);

        /// <summary>Both true.</summary>
        public Tensor logical_and(Tensor other) => LogicalAnd.Call(this, other);

        /// <summary>At least one true.</summary>
        public Tensor logical_or(Tensor other) => LogicalOr.Call(this, other);

        /// <summary>Not true.</summary>
        public Tensor logical_not() => LogicalNot.Call(this);

        /// <summary>True where the element is not a number.</summary>
        public Tensor isnan() => Isnan.Call(this);

        /// <summary>True where the element is neither infinite nor NaN.</summary>
        public Tensor isfinite() => Isfinite.Call(this);

        /// <summary>True when every pair differs by at most atol + rtol · |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
        {
            using var result = AllClose.Call(this, target, rtol, atol, equal_nan);
            return result.ReadFirst() != 0;
        }
    }
}
