using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator ToCopy = new("_to_copy");
        private static readonly Operator CopyInPlace = new("copy_");

        /// <summary>The tensor in another element type and on another device; the same memory where nothing changes, unless a copy is asked for.</summary>
        /// <param name="type">The element type.</param>
        /// <param name="device">The device.</param>
        /// <param name="copy">Copy even where nothing changes.</param>
        /// <param name="disposeAfter">Free this tensor afterwards.</param>
        /// <param name="non_blocking">Do not wait for a copy between devices.</param>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var result = copy || dtype != type || !this.device.Equals(device) ? ToCopy.Call(this, type, default, device, default, non_blocking) : alias();
            if (disposeAfter) Dispose();
            return result;
        }

        /// <summary>The tensor in another element type.</summary>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(type, device, copy, disposeAfter, non_blocking);
        /// <summary>The tensor on another device.</summary>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(dtype, device, copy, disposeAfter, non_blocking);
        /// <summary>The tensor on another device.</summary>
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);
        /// <summary>The tensor on another device, given by name.</summary>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(torch.device(device), copy, disposeAfter, non_blocking);
        /// <summary>The tensor in another one's element type and on its device.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype, other.device, non_blocking: non_blocking);
        /// <summary>The tensor in another element type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) => to(type, copy, disposeAfter, non_blocking);
        /// <summary>The tensor in another element type.</summary>
        public Tensor type(ScalarType dtype) => to(dtype);
        /// <summary>What a function of a tensor makes of this one.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);
        /// <summary>The tensor in another tensor's element type.</summary>
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);
        /// <summary>The tensor in the processor's memory.</summary>
        public Tensor cpu() => to(CPU);
        /// <summary>As truth values, true where not zero.</summary>
        public Tensor @bool() => to(ScalarType.Bool);
        /// <summary>As 8-bit whole numbers from 0.</summary>
        public Tensor @byte() => to(ScalarType.Byte);
        /// <summary>As 8-bit whole numbers.</summary>
        public Tensor @char() => to(ScalarType.Int8);
        /// <summary>As 16-bit whole numbers.</summary>
        public Tensor @short() => to(ScalarType.Int16);
        /// <summary>As 32-bit whole numbers.</summary>
        public Tensor @int() => to(ScalarType.Int32);
        /// <summary>As 64-bit whole numbers.</summary>
        public Tensor @long() => to(ScalarType.Int64);
        /// <summary>As 16-bit floating point.</summary>
        public Tensor half() => to(ScalarType.Float16);
        /// <summary>As brain floating point.</summary>
        public Tensor bfloat16() => to(ScalarType.BFloat16);
        /// <summary>As 32-bit floating point.</summary>
        public Tensor @float() => to(ScalarType.Float32);
        /// <summary>As 64-bit floating point.</summary>
        public Tensor @double() => to(ScalarType.Float64);
        /// <summary>Another tensor's values, converted and written into this one.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => CopyInPlace.CallInPlace(this, source, nonBlocking);
    }
}
