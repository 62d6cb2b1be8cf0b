using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Dot = new("dot");
        private static readonly Operator Vdot = new("vdot");
        private static readonly Operator Mv = new("mv");
        private static readonly Operator Outer = new("outer");
        private static readonly Operator Inner = new("inner");
        private static readonly Operator Kron = new("kron");
        private static readonly Operator Tensordot = new("tensordot");
        private static readonly Operator LinalgDet = new("linalg_det");
        private static readonly Operator Logdet = new("logdet");
        private static readonly Operator LinalgInv = new("linalg_inv");
        private static readonly Operator LinalgCholesky = new("linalg_cholesky");
        private static readonly Operator CholeskyInverse = new("cholesky_inverse");
        private static readonly Operator CholeskySolve = new("cholesky_solve");
        private static readonly Operator MatrixPower = new("matrix_power");
        private static readonly Operator MatrixExp = new("matrix_exp");
        private static readonly Operator LinalgPinv = new("linalg_pinv");
        private static readonly Operator Renorm = new("renorm");

        /// <summary>The inner product of two vectors.</summary>
        public Tensor dot(Tensor target) => Dot.Call(this, target);
        /// <summary>The inner product of two vectors.</summary>
        public Tensor vdot(Tensor target) => Vdot.Call(this, target);
        /// <summary>A matrix times a vector.</summary>
        public Tensor mv(Tensor target) => Mv.Call(this, target);
        /// <summary>The outer product of two vectors: (n), (m) → (n, m).</summary>
        public Tensor outer(Tensor vec2) => Outer.Call(this, vec2);
        /// <inheritdoc cref="outer"/>
        public Tensor ger(Tensor vec2) => outer(vec2);
        /// <summary>Inner products over the last dimension.</summary>
        public Tensor inner(Tensor vec2) => Inner.Call(this, vec2);
        /// <summary>The Kronecker product.</summary>
        public Tensor kron(Tensor other) => Kron.Call(this, other);
        /// <summary>Sums of products over pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Tensordot.Call(this, b, dims1, dims2);
        /// <summary>Sums of products over this tensor's last and the other's first dimensions.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) => tensordot(b, Enumerable.Range(0, (int)dims).Select(i => ndim - dims + i).ToArray(), Enumerable.Range(0, (int)dims).Select(i => (long)i).ToArray());
        /// <summary>The determinants of square matrices.</summary>
        public Tensor det() => LinalgDet.Call(this);
        /// <summary>The logarithms of determinants.</summary>
        public Tensor logdet() => Logdet.Call(this);
        /// <summary>The inverses of square matrices.</summary>
        public Tensor inverse() => LinalgInv.Call(this);
        /// <summary>L with L·Lᵀ = this, a symmetric positive definite matrix.</summary>
        public Tensor cholesky(bool upper = false) => LinalgCholesky.Call(this, upper);
        /// <summary>The inverse of the matrix whose Cholesky factor this is.</summary>
        public Tensor cholesky_inverse(bool upper = false) => CholeskyInverse.Call(this, upper);
        /// <summary>X with A·X = this, for the Cholesky factor of A.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => CholeskySolve.Call(this, input2, upper);
        /// <summary>A square matrix to a whole power, an inverse one if negative.</summary>
        public Tensor matrix_power(int n) => MatrixPower.Call(this, n);
        /// <summary>The matrix exponential.</summary>
        public Tensor matrix_exp() => MatrixExp.Call(this);
        /// <summary>The Moore–Penrose inverse.</summary>
        public Tensor pinverse(double rcond = 1e-15, bool hermitian = false) => LinalgPinv.Call(this, rcond, hermitian);
        /// <summary>Slices along a dimension scaled down to a greatest p-norm.</summary>
        public Tensor renorm(float p, long dim, float maxnorm) => Renorm.Call(this, p, dim, maxnorm);
    }
}
