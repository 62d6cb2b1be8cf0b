using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Part of the tensor by index tensors and masks, one a dimension; a number stands for a tensor of it.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => Index.Call(this, Argument.Optional(Array.ConvertAll(indices, Whole64)));
            set => index_put_(value, indices, false);
        }

        /// <summary>Part of the tensor by one index a dimension, for the first dimensions.</summary>
        public Tensor this[params long[] indices]
        {
            get => this[Singles(indices)];
            set => this[Singles(indices)] = value;
        }

        /// <summary>Part of the tensor by its first index.</summary>
        public Tensor this[long i1]
        {
            get => this[Singles(i1)];
            set => this[Singles(i1)] = value;
        }

        /// <summary>Part of the tensor by its first 2 indices.</summary>
        public Tensor this[long i1, long i2]
        {
            get => this[Singles(i1, i2)];
            set => this[Singles(i1, i2)] = value;
        }

        /// <summary>Part of the tensor by its first 3 indices.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => this[Singles(i1, i2, i3)];
            set => this[Singles(i1, i2, i3)] = value;
        }

        /// <summary>Part of the tensor by its first 4 indices.</summary>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => this[Singles(i1, i2, i3, i4)];
            set => this[Singles(i1, i2, i3, i4)] = value;
        }

        /// <summary>Part of the tensor by its first 5 indices.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => this[Singles(i1, i2, i3, i4, i5)];
            set => this[Singles(i1, i2, i3, i4, i5)] = value;
        }

        /// <summary>Part of the tensor by its first 6 indices.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => this[Singles(i1, i2, i3, i4, i5, i6)];
            set => this[Singles(i1, i2, i3, i4, i5, i6)] = value;
        }

        /// <summary>Part of the tensor by index tensors and masks.</summary>
        public Tensor index(params Tensor[] indices) => this[indices];
        /// <summary>Writes a tensor where index tensors and masks say.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);
        /// <summary>Writes a number where index tensors and masks say.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_((Tensor)value, indices, false);
        /// <summary>Writes a tensor where index tensors and masks say, or adds it there.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            using var fitting = value.to(dtype);
            return IndexPut.CallInPlace(this, Argument.Optional(Array.ConvertAll(indices, index => index is null ? null : Whole64(index))), fitting, accumulate);
        }

        private static TensorIndex[] Singles(params long[] indices) => Array.ConvertAll(indices, i => TensorIndex.Single(i));

        /// <summary>This libtorch indexes by 64-bit numbers and masks alone, later ones by any whole numbers.</summary>
        private static Tensor Whole64(Tensor index) => index.dtype is ScalarType.Int8 or ScalarType.Int16 or ScalarType.Int32 ? index.to(ScalarType.Int64) : index;
    }
}
