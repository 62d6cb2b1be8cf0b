using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator ScatterSrc = new("scatter", "src");
        private static readonly Operator ScatterSrcInPlace = new("scatter_", "src");
        private static readonly Operator ScatterAdd = new("scatter_add");
        private static readonly Operator ScatterAddInPlace = new("scatter_add_");
        private static readonly Operator IndexAdd = new("index_add");
        private static readonly Operator IndexAddInPlace = new("index_add_");
        private static readonly Operator IndexCopy = new("index_copy");
        private static readonly Operator IndexCopyInPlace = new("index_copy_");
        private static readonly Operator IndexFillIntScalar = new("index_fill", "int_Scalar");
        private static readonly Operator IndexFillIntScalarInPlace = new("index_fill_", "int_Scalar");
        private static readonly Operator DiagonalScatter = new("diagonal_scatter");
        private static readonly Operator SelectScatter = new("select_scatter");
        private static readonly Operator SliceScatter = new("slice_scatter");

        /// <summary>A copy with the source's elements at the places that the index names along a dimension.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => ScatterSrc.Call(this, dim, index, src);
        /// <summary><see cref="scatter(long, Tensor, Tensor)"/>, written into this tensor.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => ScatterSrcInPlace.CallInPlace(this, dim, index, src);
        /// <summary>A copy with the source's elements added at the places that the index names along a dimension.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => ScatterAdd.Call(this, dim, index, src);
        /// <summary><see cref="scatter_add"/>, written into this tensor.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => ScatterAddInPlace.CallInPlace(this, dim, index, src);
        /// <summary>A copy with alpha times the source's rows added to those that the index names.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => IndexAdd.Call(this, dim, index, source, alpha);
        /// <summary><see cref="index_add"/>, written into this tensor.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) => IndexAddInPlace.CallInPlace(this, dim, index, source, alpha);
        /// <summary>A copy with the source's rows in place of those that the index names.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) => IndexCopy.Call(this, dim, index, source);
        /// <summary><see cref="index_copy"/>, written into this tensor.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => IndexCopyInPlace.CallInPlace(this, dim, index, source);
        /// <summary>A copy with one value in the rows that the index names.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) => IndexFillIntScalar.Call(this, dim, index, value);
        /// <summary><see cref="index_fill"/>, written into this tensor.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => IndexFillIntScalarInPlace.CallInPlace(this, dim, index, value);
        /// <summary>A copy with the source on the diagonal.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) => DiagonalScatter.Call(this, src, offset, dim1, dim2);
        /// <summary>A copy with the source at one index of a dimension.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index) => SelectScatter.Call(this, src, dim, index);
        /// <summary>A copy with the source in place of a slice.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) => SliceScatter.Call(this, src, dim, start, end, step);
    }
}
