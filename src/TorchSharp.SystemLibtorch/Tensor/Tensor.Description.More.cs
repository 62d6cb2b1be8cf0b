using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator RetainGrad = new("retain_grad");
        private static readonly Operator SetSource = new("set_", "source_Tensor");

        /// <summary>A name for messages; nothing depends on it.</summary>
        public string? name { get; set; }

        /// <summary>The number of dimensions.</summary>
        public long Dimensions => ndim;

        /// <summary>How many bytes an element has.</summary>
        public long ElementSize => SizeOf(dtype);

        /// <summary>How many bytes an element has.</summary>
        public long element_size() => ElementSize;

        /// <summary>The kind of device that the tensor lives on.</summary>
        public DeviceType device_type => device.type;

        /// <summary>Which device of its kind the tensor lives on; −1 for the only one.</summary>
        public int device_index => device.index;

        /// <summary>True in the processor's own memory.</summary>
        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>True for whole numbers and truth values.</summary>
        public bool is_integral() => !is_floating_point();

        /// <summary>True for floating point.</summary>
        public bool is_floating_point() => dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

        /// <summary>Whether the only element is not zero.</summary>
        public bool is_nonzero() => ToScalar().ToBoolean();

        /// <summary>How far apart in memory neighbours along one dimension lie, in elements.</summary>
        public long stride(int dim)
        {
            var strides = stride();
            return strides[dim < 0 ? dim + strides.Length : dim];
        }

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad() => RetainGrad.CallInPlace(this);

        /// <summary>Takes over another tensor's memory, sizes and strides.</summary>
        public Tensor set_(Tensor source) => SetSource.CallInPlace(this, source);

        /// <summary>True when shape and all elements are the same.</summary>
        public bool Equals(Tensor target) => shape.SequenceEqual(target.shape) && eq(target).all().ToBoolean();
    }
}
