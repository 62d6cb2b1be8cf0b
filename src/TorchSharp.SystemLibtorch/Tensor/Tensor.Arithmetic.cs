using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator AddTensor = new("add", "Tensor");
        private static readonly Operator AddScalar = new("add", "Scalar");
        private static readonly Operator AddInPlace = new("add_", "Tensor");
        private static readonly Operator AddScalarInPlace = new("add_", "Scalar");
        private static readonly Operator SubTensor = new("sub", "Tensor");
        private static readonly Operator SubScalar = new("sub", "Scalar");
        private static readonly Operator SubInPlace = new("sub_", "Tensor");
        private static readonly Operator SubScalarInPlace = new("sub_", "Scalar");
        private static readonly Operator MulTensor = new("mul", "Tensor");
        private static readonly Operator MulScalar = new("mul", "Scalar");
        private static readonly Operator MulInPlace = new("mul_", "Tensor");
        private static readonly Operator MulScalarInPlace = new("mul_", "Scalar");
        private static readonly Operator RSub = new("rsub", "Scalar");
        private static readonly Operator Reciprocal = new("reciprocal");
        private static readonly Operator Negative = new("neg");
        private static readonly Operator PowScalar = new("pow", "Tensor_Scalar");
        private static readonly Operator PowTensor = new("pow", "Tensor_Tensor");
        private static readonly Operator RemainderScalar = new("remainder", "Scalar");

        /// <summary>Sum, element by element with broadcasting.</summary>
        public Tensor add(Tensor target) => AddTensor.Call(this, target);
        /// <summary>Sum with one number.</summary>
        public Tensor add(Scalar scalar) => AddScalar.Call(this, scalar);
        /// <summary>Sum, written into this tensor.</summary>
        public Tensor add_(Tensor target) => AddInPlace.CallInPlace(this, target);
        /// <summary>Sum with one number, written into this tensor.</summary>
        public Tensor add_(Scalar scalar) => AddScalarInPlace.CallInPlace(this, scalar);
        /// <summary>Sum, element by element with broadcasting.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);
        /// <summary>Sum with one number.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);

        /// <summary>Difference, element by element with broadcasting.</summary>
        public Tensor sub(Tensor target) => SubTensor.Call(this, target);
        /// <summary>Difference with one number.</summary>
        public Tensor sub(Scalar target) => SubScalar.Call(this, target);
        /// <summary>Difference, written into this tensor.</summary>
        public Tensor sub_(Tensor target) => SubInPlace.CallInPlace(this, target);
        /// <summary>Difference with one number, written into this tensor.</summary>
        public Tensor sub_(Scalar target) => SubScalarInPlace.CallInPlace(this, target);
        /// <summary>Difference, element by element with broadcasting.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);
        /// <summary>Difference with one number.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);

        /// <summary>Product, element by element with broadcasting.</summary>
        public Tensor mul(Tensor target) => MulTensor.Call(this, target);
        /// <summary>Product with one number.</summary>
        public Tensor mul(Scalar target) => MulScalar.Call(this, target);
        /// <summary>Product, written into this tensor.</summary>
        public Tensor mul_(Tensor target) => MulInPlace.CallInPlace(this, target);
        /// <summary>Product with one number, written into this tensor.</summary>
        public Tensor mul_(Scalar target) => MulScalarInPlace.CallInPlace(this, target);
        /// <summary>Product, element by element with broadcasting.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);
        /// <summary>Product with one number.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);

        /// <summary>Quotient, element by element with broadcasting.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);
        /// <summary>Quotient with one number.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);

        /// <summary>Sum, the second factor weighted: this + alpha · target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => AddTensor.Call(this, target, alpha);
        /// <summary>Weighted sum written into this tensor: this + alpha · target.</summary>
        public Tensor add_(Tensor target, Scalar alpha) => AddInPlace.CallInPlace(this, target, alpha);
        /// <summary>Sum with one number.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);
        /// <summary>A number less each element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => RSub.Call(right, left);
        /// <summary>Product with one number.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);
        /// <summary>A number divided by each element.</summary>
        public static Tensor operator /(Scalar left, Tensor right)
        {
            using var inverse = right.reciprocal();
            return inverse.mul(left);
        }
        /// <summary>Remainder of the division, of the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);
        /// <summary>Remainder of the division by one number, of the divisor's sign.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => RemainderScalar.Call(left, right);
        /// <summary>Each element's negative.</summary>
        public static Tensor operator -(Tensor tensor) => Negative.Call(tensor);
        /// <summary>1 / x.</summary>
        public Tensor reciprocal() => Reciprocal.Call(this);
        /// <summary>Each element to a power.</summary>
        public Tensor pow(Scalar exponent) => PowScalar.Call(this, exponent);
        /// <summary>Each element to the power of its partner.</summary>
        public Tensor pow(Tensor exponent) => PowTensor.Call(this, exponent);
    }
}
