using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Addcmul = new("addcmul");
        private static readonly Operator AddcmulInPlace = new("addcmul_");
        private static readonly Operator Addcdiv = new("addcdiv");
        private static readonly Operator AddcdivInPlace = new("addcdiv_");
        private static readonly Operator Addmm = new("addmm");
        private static readonly Operator AddmmInPlace = new("addmm_");
        private static readonly Operator Addmv = new("addmv");
        private static readonly Operator AddmvInPlace = new("addmv_");
        private static readonly Operator Addr = new("addr");
        private static readonly Operator AddrInPlace = new("addr_");
        private static readonly Operator Addbmm = new("addbmm");
        private static readonly Operator AddbmmInPlace = new("addbmm_");
        private static readonly Operator LerpTensorInPlace = new("lerp_", "Tensor");

        /// <summary>this + value · tensor1 · tensor2.</summary>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Addcmul.Call(this, tensor1, tensor2, value);
        /// <summary><see cref="addcmul"/>, written into this tensor.</summary>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => AddcmulInPlace.CallInPlace(this, tensor1, tensor2, value);
        /// <summary>this + value · tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Addcdiv.Call(this, tensor1, tensor2, value);
        /// <summary>this + tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Addcdiv.Call(this, tensor1, tensor2);
        /// <summary><see cref="addcdiv(Tensor, Tensor, Scalar)"/>, written into this tensor.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => AddcdivInPlace.CallInPlace(this, tensor1, tensor2, value);
        /// <summary><see cref="addcdiv(Tensor, Tensor)"/>, written into this tensor.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => AddcdivInPlace.CallInPlace(this, tensor1, tensor2);
        /// <summary>β · this + α · (mat1 · mat2), a matrix product.</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Addmm.Call(this, mat1, mat2, beta, alpha);
        /// <summary><see cref="addmm"/>, written into this tensor.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => AddmmInPlace.CallInPlace(this, mat1, mat2, beta, alpha);
        /// <summary>β · this + α · (mat · vec), a matrix times a vector.</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Addmv.Call(this, mat, vec, beta, alpha);
        /// <summary><see cref="addmv"/>, written into this tensor.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => AddmvInPlace.CallInPlace(this, mat, vec, beta, alpha);
        /// <summary>β · this + α · (vec1 ⊗ vec2), an outer product.</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Addr.Call(this, vec1, vec2, beta, alpha);
        /// <summary><see cref="addr"/>, written into this tensor.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => AddrInPlace.CallInPlace(this, vec1, vec2, beta, alpha);
        /// <summary>β · this + α · Σ (batch1 · batch2) over the batch: (b, n, m), (b, m, p) → (n, p).</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => Addbmm.Call(this, batch1, batch2, beta, alpha);
        /// <summary><see cref="addbmm"/>, written into this tensor.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) => AddbmmInPlace.CallInPlace(this, batch1, batch2, beta, alpha);
        /// <summary>this + weight · (end − this), written into this tensor.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => LerpTensorInPlace.CallInPlace(this, end, weight);
    }
}
