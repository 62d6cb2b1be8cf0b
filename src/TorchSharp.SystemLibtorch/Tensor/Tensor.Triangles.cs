using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Diag = new("diag");
        private static readonly Operator Diagonal = new("diagonal");
        private static readonly Operator DiagEmbed = new("diag_embed");
        private static readonly Operator Diagflat = new("diagflat");
        private static readonly Operator Tril = new("tril");
        private static readonly Operator TrilInPlace = new("tril_");
        private static readonly Operator Triu = new("triu");
        private static readonly Operator TriuInPlace = new("triu_");
        private static readonly Operator Trace = new("trace");

        /// <summary>The diagonal of a matrix, or a matrix with the vector on its diagonal.</summary>
        public Tensor diag(long diagonal = 0) => Diag.Call(this, diagonal);
        /// <summary>The diagonals of the matrices in two dimensions, along a new last one.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Diagonal.Call(this, offset, dim1, dim2);
        /// <summary>Matrices with the last dimension on their diagonals.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => DiagEmbed.Call(this, offset, dim1, dim2);
        /// <summary>A matrix with the flattened tensor on its diagonal.</summary>
        public Tensor diagflat(long offset = 0) => Diagflat.Call(this, offset);
        /// <summary>The lower triangle, zeros above the diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Tril.Call(this, diagonal);
        /// <summary><see cref="tril"/>, written into this tensor.</summary>
        public Tensor tril_(long diagonal = 0) => TrilInPlace.CallInPlace(this, diagonal);
        /// <summary>The upper triangle, zeros below the diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Triu.Call(this, diagonal);
        /// <summary><see cref="triu"/>, written into this tensor.</summary>
        public Tensor triu_(long diagonal = 0) => TriuInPlace.CallInPlace(this, diagonal);
        /// <summary>The sum of a matrix's diagonal.</summary>
        public Tensor trace() => Trace.Call(this);
    }
}
