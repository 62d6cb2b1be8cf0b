using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Sum = new("sum");
        private static readonly Operator SumDim = new("sum", "dim_IntList");
        private static readonly Operator Mean = new("mean");
        private static readonly Operator MeanDim = new("mean", "dim");
        private static readonly Operator Var = new("var");
        private static readonly Operator VarDim = new("var", "dim");
        private static readonly Operator Std = new("std");
        private static readonly Operator StdDim = new("std", "dim");
        private static readonly Operator Max = new("max");
        private static readonly Operator MaxDim = new("max", "dim");
        private static readonly Operator Min = new("min");
        private static readonly Operator MinDim = new("min", "dim");
        private static readonly Operator Argmax = new("argmax");
        private static readonly Operator Argmin = new("argmin");
        private static readonly Operator All = new("all");
        private static readonly Operator Any = new("any");
        private static readonly Operator Norm = new("norm", "ScalarOpt_dim");
        private static readonly Operator Cumsum = new("cumsum");
        private static readonly Operator LogSumExp = new("logsumexp");
        private static readonly Operator Topk = new("topk");
        private static readonly Operator Bincount = new("bincount");

        /// <summary>The sum of all elements.</summary>
        public Tensor sum(ScalarType? type = null) => Sum.Call(this, type);
        /// <summary>Sums over one dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);
        /// <summary>Sums over several dimensions.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => SumDim.Call(this, dim, keepdim, type);
        /// <summary>The mean of all elements.</summary>
        public Tensor mean() => Mean.Call(this);
        /// <summary>Means over several dimensions.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) => MeanDim.Call(this, dimensions, keepdim, type);
        /// <summary>The variance of all elements, divided by n − 1 unless biased.</summary>
        public Tensor var(bool unbiased = true) => Var.Call(this, unbiased);
        /// <summary>Variances over one dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim], unbiased, keepdim, type);
        /// <summary>The standard deviation of all elements, divided by n − 1 unless biased.</summary>
        public Tensor std(bool unbiased = true) => Std.Call(this, unbiased);
        /// <summary>Standard deviations over one dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim], unbiased, keepdim, type);
        /// <summary>The greatest element.</summary>
        public Tensor max() => Max.Call(this);
        /// <summary>The greatest elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Pair(MaxDim.CallMany(this, dim, keepdim));
        /// <summary>The least element.</summary>
        public Tensor min() => Min.Call(this);
        /// <summary>The least elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Pair(MinDim.CallMany(this, dim, keepdim));
        /// <summary>Where the greatest element is, in the flattened tensor.</summary>
        public Tensor argmax() => Argmax.Call(this);
        /// <summary>Where the greatest elements along one dimension are.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Argmax.Call(this, dim, keepdim);
        /// <summary>Where the least elements along one dimension are.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Argmin.Call(this, dim, keepdim);
        /// <summary>True when all elements are.</summary>
        public Tensor all() => All.Call(this);
        /// <summary>True when any element is.</summary>
        public Tensor any() => Any.Call(this);
        /// <summary>The norm of all elements, Euclidean by default.</summary>
        public Tensor norm(float p = 2) => Norm.Call(this, (double)p, Array.Empty<long>(), false);
        /// <summary>Norms along one dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Norm.Call(this, (double)p, new long[] { dim }, keepdim);
        /// <summary>Running sums along one dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Cumsum.Call(this, dim, type);
        /// <summary>log Σ eˣ along one dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => LogSumExp.Call(this, new[] { dim }, keepdim);
        /// <summary>The k greatest (or least) elements along one dimension, and where they are.</summary>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) => Pair(Topk.CallMany(this, k, dim, largest, sorted));
        /// <summary>How often each whole number from 0 occurs.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Bincount.Call(this, weights, minlength);

        private static (Tensor, Tensor) Pair(Tensor[] two) => (two[0], two[1]);
    }
}
