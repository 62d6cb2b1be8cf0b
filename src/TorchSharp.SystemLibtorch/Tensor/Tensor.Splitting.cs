using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator SplitWithSizes = new("split_with_sizes");
        private static readonly Operator TensorSplitSections = new("tensor_split", "sections");
        private static readonly Operator TensorSplitIndices = new("tensor_split", "indices");
        private static readonly Operator TensorSplitTensorIndicesOrSections = new("tensor_split", "tensor_indices_or_sections");
        private static readonly Operator HsplitInt = new("hsplit", "int");
        private static readonly Operator HsplitArray = new("hsplit", "array");
        private static readonly Operator VsplitInt = new("vsplit", "int");
        private static readonly Operator VsplitArray = new("vsplit", "array");
        private static readonly Operator UnbindInt = new("unbind", "int");

        /// <summary>Pieces of the given sizes along one dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0) => SplitWithSizes.CallMany(this, sizes, dim);
        /// <summary>Pieces of the given sizes along one dimension.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);
        /// <summary>Pieces of the given sizes along the first dimension.</summary>
        public Tensor[] split(params long[] sizes) => split(sizes, 0);
        /// <summary>The given number of pieces along one dimension, as equal as can be.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => TensorSplitSections.CallMany(this, size, dim);
        /// <summary>Pieces along one dimension that begin at the given indices.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => TensorSplitIndices.CallMany(this, sizes, dim);
        /// <summary>Pieces along one dimension that begin at the given indices.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => TensorSplitTensorIndicesOrSections.CallMany(this, indices, dim);
        /// <summary>The given number of pieces along dimension 1.</summary>
        public Tensor[] hsplit(long size) => HsplitInt.CallMany(this, size);
        /// <summary>Pieces along dimension 1 that begin at the given indices.</summary>
        public Tensor[] hsplit(params long[] sizes) => HsplitArray.CallMany(this, sizes);
        /// <summary>The given number of pieces along dimension 0.</summary>
        public Tensor[] vsplit(long size) => VsplitInt.CallMany(this, size);
        /// <summary>Pieces along dimension 0 that begin at the given indices.</summary>
        public Tensor[] vsplit(params long[] sizes) => VsplitArray.CallMany(this, sizes);
        /// <summary>One tensor for each index along a dimension, which goes.</summary>
        public Tensor[] unbind(long dimension = 0) => UnbindInt.CallMany(this, dimension);
    }
}
