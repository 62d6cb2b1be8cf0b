using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Reshape = new("reshape");
        private static readonly Operator View = new("view");
        private static readonly Operator Permute = new("permute");
        private static readonly Operator Transpose = new("transpose", "int");
        private static readonly Operator FlattenOp = new("flatten", "using_ints");
        private static readonly Operator UnflattenOp = new("unflatten", "int");
        private static readonly Operator Unsqueeze = new("unsqueeze");
        private static readonly Operator Squeeze = new("squeeze");
        private static readonly Operator SqueezeDim = new("squeeze", "dim");
        private static readonly Operator Expand = new("expand");
        private static readonly Operator Repeat = new("repeat");
        private static readonly Operator RepeatInterleave = new("repeat_interleave", "self_int");
        private static readonly Operator Narrow = new("narrow");
        private static readonly Operator Split = new("split", "Tensor");
        private static readonly Operator Chunk = new("chunk");
        private static readonly Operator Flip = new("flip");
        private static readonly Operator Contiguous = new("contiguous");
        private static readonly Operator CloneOp = new("clone");

        /// <summary>The same elements under another shape; one size may be −1.</summary>
        public Tensor reshape(params long[] shape) => Reshape.Call(this, shape);
        /// <summary>The same memory under another shape; one size may be −1.</summary>
        public Tensor view(params long[] shape) => View.Call(this, shape);
        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) => Permute.Call(this, permutation);
        /// <summary>Two dimensions exchanged.</summary>
        public Tensor transpose(long dim0, long dim1) => Transpose.Call(this, dim0, dim1);
        /// <summary>The transpose of a matrix.</summary>
        public Tensor T => transpose(0, 1);
        /// <summary>Several dimensions joined to one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => FlattenOp.Call(this, start_dim, end_dim);
        /// <summary>One dimension split into several.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => UnflattenOp.Call(this, dim, sizes);
        /// <summary>A new dimension of size 1.</summary>
        public Tensor unsqueeze(long dim) => Unsqueeze.Call(this, dim);
        /// <summary>Without the dimensions of size 1, or without the one given if its size is 1.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } d ? SqueezeDim.Call(this, d) : Squeeze.Call(this);
        /// <summary>Dimensions of size 1 repeated, without a copy; −1 keeps a size.</summary>
        public Tensor expand(params long[] sizes) => Expand.Call(this, sizes);
        /// <summary>The tensor repeated along each dimension.</summary>
        public Tensor repeat(params long[] sizes) => Repeat.Call(this, sizes);
        /// <summary>Each element repeated in place.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) => RepeatInterleave.Call(this, repeats, dim, output_size);
        /// <summary>A run of indices along one dimension.</summary>
        public Tensor narrow(long dim, long start, long length) => Narrow.Call(this, dim, start, length);
        /// <summary>Pieces of the given size along one dimension; the last may be smaller.</summary>
        public Tensor[] split(long size, int dim = 0) => Split.CallMany(this, size, dim);
        /// <summary>The given number of pieces along one dimension.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Chunk.CallMany(this, chunks, dim);
        /// <summary>The order reversed along the given dimensions.</summary>
        public Tensor flip(params long[] dims) => Flip.Call(this, dims);
        /// <summary>The same values, in order and without gaps in memory.</summary>
        public Tensor contiguous() => Contiguous.Call(this);
        /// <summary>A copy with memory of its own; gradients flow through it.</summary>
        public Tensor clone() => CloneOp.Call(this);
    }
}
