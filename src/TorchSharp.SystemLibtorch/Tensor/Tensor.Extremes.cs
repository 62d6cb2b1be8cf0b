using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Amax = new("amax");
        private static readonly Operator Amin = new("amin");
        private static readonly Operator Aminmax = new("aminmax");
        private static readonly Operator AllDim = new("all", "dim");
        private static readonly Operator AnyDim = new("any", "dim");
        private static readonly Operator Median = new("median");
        private static readonly Operator Nanmedian = new("nanmedian");
        private static readonly Operator Nansum = new("nansum");
        private static readonly Operator Nanmean = new("nanmean");
        private static readonly Operator Mode = new("mode");
        private static readonly Operator Quantile = new("quantile");
        private static readonly Operator Nanquantile = new("nanquantile");
        private static readonly Operator CountNonzero = new("count_nonzero");
        private static readonly Operator CountNonzeroDimIntList = new("count_nonzero", "dim_IntList");
        private static readonly Operator Dist = new("dist");
        private static readonly Operator Cumprod = new("cumprod");
        private static readonly Operator Cummax = new("cummax");
        private static readonly Operator Cummin = new("cummin");

        /// <summary>The greatest elements over several dimensions, all of them if none is named.</summary>
        public Tensor amax(params long[] dims) => Amax.Call(this, dims);
        /// <summary>The least elements over several dimensions, all of them if none is named.</summary>
        public Tensor amin(params long[] dims) => Amin.Call(this, dims);
        /// <summary>The greatest elements over several dimensions.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Amax.Call(this, dims, keepdim));
        /// <summary>The least elements over several dimensions.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) => Into(@out, Amin.Call(this, dims, keepdim));
        /// <summary>The greatest elements over several dimensions.</summary>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);
        /// <summary>The least elements over several dimensions.</summary>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);
        /// <summary>The least and greatest elements, of all or along one dimension.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Pair(Aminmax.CallMany(this, dim, keepdim));
        /// <summary>A result where the caller wants it.</summary>
        private static Tensor Into(Tensor? place, Tensor result) => place is null ? result : place.copy_(result);
        /// <summary>True where all elements along one dimension are.</summary>
        public Tensor all(long dim, bool keepdim = false) => AllDim.Call(this, dim, keepdim);
        /// <summary>True where any element along one dimension is.</summary>
        public Tensor any(long dim, bool keepdim = false) => AnyDim.Call(this, dim, keepdim);
        /// <summary>Where the least element is, in the flattened tensor.</summary>
        public Tensor argmin() => Argmin.Call(this);
        /// <summary>The middle element, the lower one of two.</summary>
        public Tensor median() => Median.Call(this);
        /// <summary>The middle element, NaN left out.</summary>
        public Tensor nanmedian() => Nanmedian.Call(this);
        /// <summary>The sum of all elements, NaN left out.</summary>
        public Tensor nansum() => Nansum.Call(this);
        /// <summary>Means along one dimension, the last if none is named, NaN left out.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) => Nanmean.Call(this, new long[] { dim ?? -1 }, keepdim, dtype ?? this.dtype);
        /// <summary>The most frequent elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Pair(Mode.CallMany(this, dim, keepdim));
        /// <summary>The quantiles q, in [0, 1], along one dimension, linear between elements.</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Quantile.Call(this, q, dim, keepdim);
        /// <summary>The quantiles q, in [0, 1], along one dimension, NaN left out.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Nanquantile.Call(this, q, dim, keepdim);
        /// <summary>How many elements are not zero.</summary>
        public Tensor count_nonzero(long[]? dims = null) => dims is null ? CountNonzero.Call(this) : CountNonzeroDimIntList.Call(this, dims);
        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2) => Dist.Call(this, other, p);
        /// <summary>Running products along one dimension.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Cumprod.Call(this, dim, type);
        /// <summary>Running greatest elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indices) cummax(long dim) => Pair(Cummax.CallMany(this, dim));
        /// <summary>Running least elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indices) cummin(long dim) => Pair(Cummin.CallMany(this, dim));
    }
}
