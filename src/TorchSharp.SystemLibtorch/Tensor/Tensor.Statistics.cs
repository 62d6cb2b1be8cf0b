using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator Prod = new("prod");
        private static readonly Operator ProdDimInt = new("prod", "dim_int");
        private static readonly Operator StdMean = new("std_mean");
        private static readonly Operator VarMean = new("var_mean");
        private static readonly Operator StdMeanDim = new("std_mean", "dim");
        private static readonly Operator VarMeanDim = new("var_mean", "dim");
        private static readonly Operator Cov = new("cov");
        private static readonly Operator Corrcoef = new("corrcoef");

        /// <summary>The product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => Prod.Call(this, type);
        /// <summary>Products over one dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => ProdDimInt.Call(this, dim, keepdim, type);
        /// <summary>Sums over two dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1], keepdim, type);
        /// <summary>Sums over three dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) => sum([dim0, dim1, dim2], keepdim, type);
        /// <summary>Sums over several dimensions.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);
        /// <summary>Standard deviations over several dimensions, divided by n − 1 unless biased.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => StdDim.Call(Typed(this, type), dimensions, unbiased, keepdim);
        /// <summary>Variances over several dimensions, divided by n − 1 unless biased.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => VarDim.Call(Typed(this, type), dimensions, unbiased, keepdim);
        /// <summary>Standard deviations over several dimensions, divided by n − 1 unless biased.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std(dimensions.ToArray(), unbiased, keepdim, type);
        /// <summary>Variances over several dimensions, divided by n − 1 unless biased.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var(dimensions.ToArray(), unbiased, keepdim, type);
        /// <summary>Standard deviations over two dimensions.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim.Item1, dim.Item2], unbiased, keepdim, type);
        /// <summary>Variances over two dimensions.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim.Item1, dim.Item2], unbiased, keepdim, type);
        /// <summary>Standard deviations over three dimensions.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        /// <summary>Variances over three dimensions.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);
        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Pair(StdMean.CallMany(this, unbiased));
        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Pair(VarMean.CallMany(this, unbiased));
        /// <summary>Standard deviations and means over several dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Pair(StdMeanDim.CallMany(Typed(this, type), dimensions, unbiased, keepdim));
        /// <summary>Variances and means over several dimensions.</summary>
        public (Tensor @var, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => Pair(VarMeanDim.CallMany(Typed(this, type), dimensions, unbiased, keepdim));
        /// <summary>Standard deviations and means over one dimension.</summary>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => std_mean([dim], unbiased, keepdim, type);
        /// <summary>Variances and means over one dimension.</summary>
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) => var_mean([dim], unbiased, keepdim, type);
        /// <summary>The tensor in the type asked for, if any.</summary>
        private static Tensor Typed(Tensor tensor, ScalarType? type) => type is { } t && t != tensor.dtype ? tensor.to(t) : tensor;
        /// <summary>The covariance matrix of the rows, one row a variable: (d, n) → (d, d).</summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) => Cov.Call(this, correction, fweights, aweights);
        /// <summary>The correlation matrix of the rows, one row a variable: (d, n) → (d, d).</summary>
        public Tensor corrcoef() => Corrcoef.Call(this);
    }
}
