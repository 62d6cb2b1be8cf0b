using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>What becomes of a quotient's fraction.</summary>
    public enum RoundingMode
    {
        /// <summary>It stays.</summary>
        None,
        /// <summary>It is cut off, towards zero.</summary>
        trunc,
        /// <summary>It is rounded down.</summary>
        floor,
    }

    public partial class Tensor
    {
        private static readonly Operator DivTensor = new("div", "Tensor_mode");
        private static readonly Operator DivScalar = new("div", "Scalar_mode");
        private static readonly Operator DivInPlace = new("div_", "Tensor_mode");
        private static readonly Operator DivScalarInPlace = new("div_", "Scalar_mode");

        /// <summary>Quotient, element by element with broadcasting.</summary>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => DivTensor.Call(this, target, Rounding(rounding_mode));
        /// <summary>Quotient with one number.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => DivScalar.Call(this, target, Rounding(rounding_mode));
        /// <summary>Quotient, written into this tensor.</summary>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => DivInPlace.CallInPlace(this, target, Rounding(rounding_mode));
        /// <summary>Quotient with one number, written into this tensor.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => DivScalarInPlace.CallInPlace(this, target, Rounding(rounding_mode));

        private static Argument Rounding(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => default(Argument),
        };
    }
}
