using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra on matrices in the last two dimensions, batch by batch over the others.</summary>
    public static partial class linalg
    {
        private static readonly Operator Cholesky = new("linalg_cholesky");
        private static readonly Operator Det = new("linalg_det");
        private static readonly Operator Slogdet = new("linalg_slogdet");
        private static readonly Operator Eigh = new("linalg_eigh");
        private static readonly Operator Eigvalsh = new("linalg_eigvalsh");
        private static readonly Operator Inv = new("linalg_inv");
        private static readonly Operator Lstsq = new("linalg_lstsq");
        private static readonly Operator Pinv = new("linalg_pinv", "atol_rtol_float");
        private static readonly Operator Qr = new("linalg_qr");
        private static readonly Operator Solve = new("linalg_solve");
        private static readonly Operator SolveTriangular = new("linalg_solve_triangular");
        private static readonly Operator Svd = new("linalg_svd");
        private static readonly Operator Svdvals = new("linalg_svdvals");
        private static readonly Operator MatrixExp = new("linalg_matrix_exp");
        private static readonly Operator MatrixRank = new("linalg_matrix_rank", "atol_rtol_float");
        private static readonly Operator MultiDot = new("linalg_multi_dot");

        /// <summary>What a QR decomposition returns.</summary>
        public enum QRMode
        {
            /// <summary>Q (m, k) and R (k, n), k the lesser of m and n.</summary>
            Reduced = 0,
            /// <summary>Q (m, m) and R (m, n).</summary>
            Complete = 1,
            /// <summary>R only; Q is empty.</summary>
            R = 2,
        }

        /// <summary>L with L·Lᵀ = input, a symmetric positive definite matrix.</summary>
        public static Tensor cholesky(Tensor input) => Cholesky.Call(input);
        /// <summary>The determinant.</summary>
        public static Tensor det(Tensor input) => Det.Call(input);
        /// <summary>The determinant's sign and the logarithm of its magnitude.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Two(Slogdet.CallMany(input));
        /// <summary>The eigenvalues, in ascending order, and eigenvectors, as columns, of a symmetric matrix.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Two(Eigh.CallMany(input, UPLO.ToString()));
        /// <summary>The eigenvalues of a symmetric matrix in ascending order.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Eigvalsh.Call(input, UPLO.ToString());
        /// <summary>The inverse.</summary>
        public static Tensor inv(Tensor input) => Inv.Call(input);
        /// <summary>X with the least ‖A·X − B‖.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) => Four(Lstsq.CallMany(input, other));
        /// <summary>X with the least ‖A·X − B‖; singular values below rcond times the greatest count as zero.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other, double rcond) => Four(Lstsq.CallMany(input, other, rcond));
        /// <summary>The matrix exponential.</summary>
        public static Tensor matrix_exp(Tensor input) => MatrixExp.Call(input);
        /// <summary>How many singular values are above the tolerances.</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => MatrixRank.Call(input, Real(atol), Real(rtol), hermitian);
        /// <summary>The product of several matrices in the cheapest order.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => MultiDot.Call(tensors.ToArray());
        /// <summary>The Moore–Penrose inverse.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) => Pinv.Call(input, Real(atol), Real(rtol), hermitian);
        /// <summary>Q with orthonormal columns and R upper triangular, Q·R = input.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) =>
            Two(Qr.CallMany(input, mode switch { QRMode.Complete => "complete", QRMode.R => "r", _ => "reduced" }));
        /// <summary>X with A·X = B, or with X·A = B.</summary>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Solve.Call(A, B, left);
        /// <summary>X with A·X = B for a triangular A.</summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null)
        {
            var result = SolveTriangular.Call(A, B, upper, left, unitriangular);
            return @out is null ? result : @out.copy_(result);
        }
        /// <summary>U and Vh with orthonormal columns and rows, and singular values S in descending order: U·diag(S)·Vh = input.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true)
        {
            var three = Svd.CallMany(input, fullMatrices);
            return (three[0], three[1], three[2]);
        }
        /// <summary>The singular values in descending order.</summary>
        public static Tensor svdvals(Tensor input) => Svdvals.Call(input);

        private static (Tensor, Tensor) Two(Tensor[] two) => (two[0], two[1]);
        private static (Tensor, Tensor, Tensor, Tensor) Four(Tensor[] four) => (four[0], four[1], four[2], four[3]);
        private static Argument Real(double? value) => value is { } v ? v : default(Argument);
    }
}
