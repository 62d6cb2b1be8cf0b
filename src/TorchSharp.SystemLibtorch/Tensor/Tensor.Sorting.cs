using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator SortStable = new("sort", "stable");
        private static readonly Operator Argsort = new("argsort");
        private static readonly Operator Msort = new("msort");
        private static readonly Operator Kthvalue = new("kthvalue");
        private static readonly Operator Histc = new("histc");
        private static readonly Operator BucketizeTensor = new("bucketize", "Tensor");
        private static readonly Operator Nonzero = new("nonzero");
        private static readonly Operator Argwhere = new("argwhere");
        private static readonly Operator NonzeroNumpy = new("nonzero_numpy");
        private static readonly Operator Take = new("take");
        private static readonly Operator TakeAlongDim = new("take_along_dim");
        private static readonly Operator Diff = new("diff");
        private static readonly Operator Unique = new("_unique2");
        private static readonly Operator UniqueAlong = new("unique_dim");
        private static readonly Operator UniqueConsecutive = new("unique_consecutive");

        /// <summary>The elements in order along one dimension, and where they were.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) => Pair(SortStable.CallMany(this, stable, dim, descending));
        /// <summary>Where the elements in order along one dimension are.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Argsort.Call(this, dim, descending);
        /// <summary>The elements in order along the first dimension.</summary>
        public Tensor msort() => Msort.Call(this);
        /// <summary>The k-th least elements along one dimension, and where they are; k counts from 1.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) => Pair(Kthvalue.CallMany(this, k, dim ?? -1, keepdim));
        /// <summary>How many elements fall into each of the equal bins from min to max, both 0 for the data's own.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Histc.Call(this, bins, min, max);
        /// <summary>The bin of each element between sorted boundaries.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) => BucketizeTensor.Call(this, boundaries, outInt32, right);
        /// <summary>The indices of the elements that are not zero, one row each.</summary>
        public Tensor nonzero() => Nonzero.Call(this);
        /// <summary>The indices of the elements that are not zero, one row each.</summary>
        public Tensor argwhere() => Argwhere.Call(this);
        /// <summary>The indices of the elements that are not zero, one tensor a dimension.</summary>
        public IList<Tensor> nonzero_as_list() => NonzeroNumpy.CallMany(this);
        /// <summary>Elements by their places in the flattened tensor.</summary>
        public Tensor take(Tensor index) => Take.Call(this, index);
        /// <summary>Elements by their places in the flattened tensor.</summary>
        public Tensor take_along_dim(Tensor indices) => TakeAlongDim.Call(this, indices);
        /// <summary>Elements along one dimension by index tensors that broadcast over the others, such as argsort gives.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => TakeAlongDim.Call(this, indices, dim);
        /// <summary>Elements by their places in the flattened tensor.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(torch.tensor(indices.ToArray()));
        /// <summary>Elements along one dimension by their places.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(torch.tensor(indices.ToArray()), dim);
        /// <summary>Each different value once, or each different slice along a dimension.</summary>
        /// <param name="sorted">In ascending order; slices always are.</param>
        /// <param name="return_inverse">Also where each element's value is among the results.</param>
        /// <param name="return_counts">Also how often each value occurs.</param>
        /// <param name="dim">The dimension of the slices; null for single values.</param>
        /// <returns>The values, then what else was asked for, null where it was not.</returns>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(dim is { } d ? UniqueAlong.CallMany(this, d, sorted, return_inverse, return_counts) : Unique.CallMany(this, sorted, return_inverse, return_counts), return_inverse, return_counts);
        /// <summary>Each run of equal values, or of equal slices along a dimension, once; parameters and results as those of <see cref="unique"/>.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            Wanted(UniqueConsecutive.CallMany(this, return_inverse, return_counts, (long?)dim), return_inverse, return_counts);

        private static (Tensor, Tensor?, Tensor?) Wanted(Tensor[] found, bool inverse, bool counts)
        {
            if (!inverse) found[1].Dispose();
            if (!counts) found[2].Dispose();
            return (found[0], inverse ? found[1] : null, counts ? found[2] : null);
        }

        /// <summary>The n-th differences of neighbours along one dimension.</summary>
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) => Diff.Call(this, n, dim, prepend, append);
    }
}
