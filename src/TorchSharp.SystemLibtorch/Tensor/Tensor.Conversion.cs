using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator ToCopy = new("_to_copy");
        private static readonly Operator CopyInPlace = new("copy_");

        /// <summary>The tensor in another element type.</summary>
        public Tensor to(ScalarType type, bool copy = false) => copy || dtype != type ? ToCopy.Call(this, type) : alias();
        /// <summary>The tensor on another device.</summary>
        public Tensor to(Device device, bool copy = false) => to(dtype, device, copy);
        /// <summary>The tensor in another element type and on another device.</summary>
        public Tensor to(ScalarType type, Device device, bool copy = false) =>
            copy || dtype != type || !this.device.Equals(device) ? ToCopy.Call(this, type, default, device) : alias();
        /// <summary>The tensor in another element type.</summary>
        public Tensor to_type(ScalarType type) => to(type);
        /// <summary>The tensor in another tensor's element type.</summary>
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);
        /// <summary>The tensor in the processor's memory.</summary>
        public Tensor cpu() => to(CPU);
        /// <summary>As 32-bit floating point.</summary>
        public Tensor @float() => to(ScalarType.Float32);
        /// <summary>As 64-bit floating point.</summary>
        public Tensor @double() => to(ScalarType.Float64);
        /// <summary>As 64-bit whole numbers.</summary>
        public Tensor @long() => to(ScalarType.Int64);
        /// <summary>Another tensor's values, converted and written into this one.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => CopyInPlace.CallInPlace(this, source, nonBlocking);
    }
}
