using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        private static readonly Operator Norm = new("linalg_norm");
        private static readonly Operator NormByName = new("linalg_norm", "ord_str");
        private static readonly Operator MatrixNorm = new("linalg_matrix_norm");
        private static readonly Operator MatrixNormByName = new("linalg_matrix_norm", "str_ord");
        private static readonly Operator VectorNorm = new("linalg_vector_norm");
        private static readonly Operator Cond = new("linalg_cond");
        private static readonly Operator Cross = new("linalg_cross");
        private static readonly Operator Vecdot = new("linalg_vecdot");

        /// <summary>The Euclidean norm of all elements, or over one dimension as vectors, over two as matrices.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => Norm.Call(input, default, dims, keepdim);
        /// <summary>A vector's or a matrix's norm.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => Norm.Call(input, ord, dims, keepdim);
        /// <summary>A vector's or a matrix's norm.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) => Norm.Call(input, ord, dims, keepdim);
        /// <summary>A matrix's norm: <c>fro</c> for Frobenius's, <c>nuc</c> for the nuclear one.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) => NormByName.Call(input, ord, dims, keepdim);
        /// <summary>A matrix's norm: <c>fro</c> for Frobenius's, <c>nuc</c> for the nuclear one.</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) => MatrixNormByName.Call(input, ord, dims ?? LastTwo, keepdim);
        /// <summary>A matrix's norm: 2 for the spectral one, 1 and ∞ for the greatest column and row sums.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) => MatrixNorm.Call(input, ord, dims ?? LastTwo, keepdim);
        /// <summary>The p-norm of all elements, or over some dimensions.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) => VectorNorm.Call(input, ord, dims, keepdim);
        /// <summary>The condition number in the 2-norm.</summary>
        public static Tensor cond(Tensor input) => Cond.Call(input);
        /// <summary>The condition number in the p-norm.</summary>
        public static Tensor cond(Tensor input, double p) => Cond.Call(input, p);
        /// <summary>The condition number in the p-norm.</summary>
        public static Tensor cond(Tensor input, int p) => Cond.Call(input, p);
        /// <summary>The cross product of vectors of three elements.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Cross.Call(input, other, dim);
        /// <summary>The diagonals of the matrices.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);
        /// <summary>Inner products along one dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null)
        {
            var result = Vecdot.Call(x, y, dim);
            return @out is null ? result : @out.copy_(result);
        }

        private static readonly long[] LastTwo = [-2, -1];
    }
}
