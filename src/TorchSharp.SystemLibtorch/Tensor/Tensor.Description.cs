using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private const int DescriptionSize = 6 + 2 * 64;

        private unsafe T Describe<T>(Func<ReadOnlySpan<long>, T> read)
        {
            var buffer = stackalloc long[DescriptionSize];
            var length = Calls.ts_describe(Handle, buffer, DescriptionSize);
            GC.KeepAlive(this);
            if (length < 0) throw Calls.Failure("describe");
            return read(new(buffer, (int)length));
        }

        private static ReadOnlySpan<long> Sizes(ReadOnlySpan<long> description) => description.Slice(6, (int)description[5]);

        /// <summary>The size of each dimension.</summary>
        public long[] shape => Describe(d => Sizes(d).ToArray());

        /// <summary>How far apart in memory neighbours along each dimension lie, in elements.</summary>
        public long[] stride() => Describe(d => d[(6 + (int)d[5])..].ToArray());

        /// <summary>The size of each dimension.</summary>
        public long[] size() => shape;

        /// <summary>The size of one dimension; negative ones count from the last.</summary>
        public long size(int dim)
        {
            var sizes = shape;
            var index = dim < 0 ? dim + sizes.Length : dim;
            if (index < 0 || index >= sizes.Length)
                throw new ArgumentOutOfRangeException(nameof(dim), $"Dimension {dim} of a tensor of {sizes.Length} dimensions: expected {-sizes.Length} to {sizes.Length - 1}.");
            return sizes[index];
        }

        /// <summary>The number of dimensions.</summary>
        public long ndim => Describe(d => d[5]);

        /// <summary>The number of dimensions.</summary>
        public long dim() => ndim;

        /// <summary>The element type.</summary>
        public ScalarType dtype => Describe(d => (ScalarType)d[0]);

        /// <summary>Where the tensor lives.</summary>
        public Device device => Describe(d => d[1] == 0 ? CPU : new Device((DeviceType)d[1], (int)d[2]));

        /// <summary>The number of elements.</summary>
        public long NumberOfElements => Describe(d =>
        {
            var product = 1L;
            foreach (var size in Sizes(d)) product *= size;
            return product;
        });

        /// <summary>The number of elements.</summary>
        public long numel() => NumberOfElements;

        /// <summary>True for a tensor that no operation produced, such as a parameter.</summary>
        public bool is_leaf => Describe(d => d[4] != 0);

        /// <summary>Whether operations on this tensor are recorded for differentiation.</summary>
        public bool requires_grad
        {
            get => Describe(d => d[3] != 0);
            set => requires_grad_(value);
        }

        /// <summary>True when the elements lie in memory in order, without gaps.</summary>
        public bool is_contiguous() => Describe(d =>
        {
            var rank = (int)d[5];
            var expected = 1L;
            for (var i = rank - 1; i >= 0; i--)
            {
                if (d[6 + i] != 1 && d[6 + rank + i] != expected) return false;
                expected *= d[6 + i];
            }
            return true;
        });
    }
}
