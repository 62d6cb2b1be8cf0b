using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Roll = new("roll");
        private static readonly Operator Rot90 = new("rot90");
        private static readonly Operator Fliplr = new("fliplr");
        private static readonly Operator Flipud = new("flipud");
        private static readonly Operator Tile = new("tile");
        private static readonly Operator MovedimIntlist = new("movedim", "intlist");
        private static readonly Operator TransposeInPlace = new("transpose_");
        private static readonly Operator TOperator = new("t");
        private static readonly Operator ExpandAs = new("expand_as");
        private static readonly Operator BroadcastTo = new("broadcast_to");
        private static readonly Operator ViewAs = new("view_as");
        private static readonly Operator Ravel = new("ravel");
        private static readonly Operator SqueezeDimInPlace = new("squeeze_", "dim");
        private static readonly Operator SqueezeInPlace = new("squeeze_");
        private static readonly Operator UnsqueezeInPlace = new("unsqueeze_");
        private static readonly Operator DetachInPlace = new("detach_");
        private static readonly Operator RepeatInterleaveSelfTensor = new("repeat_interleave", "self_Tensor");
        private static readonly Operator AsStrided = new("as_strided");
        private static readonly Operator Unfold = new("unfold");
        private static readonly Operator Atleast1d = new("atleast_1d");
        private static readonly Operator Atleast2d = new("atleast_2d");
        private static readonly Operator Atleast3d = new("atleast_3d");

        /// <summary>Elements moved along one dimension, those that leave come in at the other end; without one, along the flattened tensor.</summary>
        public Tensor roll(long shifts, long? dims = null) => dims is { } d ? roll([shifts], [d]) : roll([shifts]);
        /// <summary>Elements moved along the flattened tensor.</summary>
        public Tensor roll(long[] shifts) => Roll.Call(this, shifts);
        /// <summary>Elements moved along several dimensions.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Roll.Call(this, shifts, dims);
        /// <summary>Elements moved along two dimensions.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) => roll([shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);
        /// <summary>Elements moved along three dimensions.</summary>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) => roll([shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);
        /// <summary>A quarter turn, k times, from the first towards the second of two dimensions.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) => Rot90.Call(this, k, dims is { } d ? [d.Item1, d.Item2] : new long[] { 0, 1 });
        /// <summary>The order reversed along dimension 1.</summary>
        public Tensor fliplr() => Fliplr.Call(this);
        /// <summary>The order reversed along dimension 0.</summary>
        public Tensor flipud() => Flipud.Call(this);
        /// <summary>The tensor repeated along each dimension; missing ones count as 1.</summary>
        public Tensor tile(long[] reps) => Tile.Call(this, reps);
        /// <summary>Dimensions moved to other places, the rest in order.</summary>
        public Tensor movedim(long[] source, long[] destination) => MovedimIntlist.Call(this, source, destination);
        /// <inheritdoc cref="movedim"/>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);
        /// <inheritdoc cref="transpose"/>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);
        /// <inheritdoc cref="transpose"/>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);
        /// <summary>Two dimensions exchanged, in this tensor.</summary>
        public Tensor transpose_(long dim0, long dim1) => TransposeInPlace.CallInPlace(this, dim0, dim1);
        /// <summary>The transpose of a matrix.</summary>
        public Tensor t() => TOperator.Call(this);
        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());
        /// <summary>Expanded to another tensor's shape.</summary>
        public Tensor expand_as(Tensor other) => ExpandAs.Call(this, other);
        /// <summary>Dimensions of size 1 repeated, without a copy; −1 keeps a size.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Expand.Call(this, sizes, isImplicit);
        /// <summary>Dimensions of size 1 repeated, without a copy; −1 keeps a size.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);
        /// <summary>Expanded to a shape by the rules of broadcasting.</summary>
        public Tensor broadcast_to(params long[] shape) => BroadcastTo.Call(this, shape);
        /// <summary>The same memory under another tensor's shape.</summary>
        public Tensor view_as(Tensor other) => ViewAs.Call(this, other);
        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => Ravel.Call(this);
        /// <summary><see cref="squeeze(long?)"/> of this tensor itself.</summary>
        public Tensor squeeze_(long? dim = null) => dim is { } d ? SqueezeDimInPlace.CallInPlace(this, d) : SqueezeInPlace.CallInPlace(this);
        /// <summary>A new dimension of size 1 in this tensor itself.</summary>
        public Tensor unsqueeze_(long dim) => UnsqueezeInPlace.CallInPlace(this, dim);
        /// <summary>Cuts this tensor itself from its history.</summary>
        public Tensor detach_() => DetachInPlace.CallInPlace(this);
        /// <summary>Each element repeated in place, as often as its own number says.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) => RepeatInterleaveSelfTensor.Call(this, repeats, dim, output_size);
        /// <summary>The same memory under sizes and strides.</summary>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) => AsStrided.Call(this, size, strides, storageOffset);
        /// <summary>Windows of a size along one dimension, step apart, in a new last dimension.</summary>
        public Tensor unfold(long dimension, long size, long step) => Unfold.Call(this, dimension, size, step);
        /// <summary>With at least one dimension.</summary>
        public Tensor atleast_1d() => Atleast1d.Call(this);
        /// <summary>With at least two dimensions.</summary>
        public Tensor atleast_2d() => Atleast2d.Call(this);
        /// <summary>With at least three dimensions.</summary>
        public Tensor atleast_3d() => Atleast3d.Call(this);
    }
}
