using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator RandintLikeLowDtype = new("randint_like", "low_dtype");

        /// <summary>Zeros of this tensor's shape and type.</summary>
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.zeros_like(this, dtype, device, requires_grad);
        /// <summary>Ones of this tensor's shape and type.</summary>
        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.ones_like(this, dtype, device, requires_grad);
        /// <summary>One value in this tensor's shape and type.</summary>
        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.full_like(this, value, dtype, device, requires_grad);
        /// <summary>Memory as it is found, in this tensor's shape and type.</summary>
        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.empty_like(this, dtype, device, requires_grad);
        /// <summary>Uniform random numbers in this tensor's shape and type.</summary>
        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.rand_like(this, dtype, device, requires_grad);
        /// <summary>Normal random numbers in this tensor's shape and type.</summary>
        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.randn_like(this, dtype, device, requires_grad);
        /// <summary>Whole random numbers in [low, high) in this tensor's shape and type.</summary>
        public Tensor randint_like(long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => Leaf(RandintLikeLowDtype.Call(this, low, high, dtype, default, device), requires_grad);
        /// <summary>Zeros of this tensor's type.</summary>
        public Tensor new_zeros(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.zeros(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <summary>Ones of this tensor's type.</summary>
        public Tensor new_ones(long size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.ones(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <summary>Ones of this tensor's type.</summary>
        public Tensor new_ones(long rows, long columns, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.ones(rows, columns, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <summary>Memory as it is found, of this tensor's type.</summary>
        public Tensor new_empty(long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.empty(size, dtype ?? this.dtype, device ?? this.device, requires_grad);
        /// <summary>One value everywhere, of this tensor's type.</summary>
        public Tensor new_full(long[] size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) => torch.full(size, value, dtype ?? this.dtype, device ?? this.device, requires_grad);
    }
}
