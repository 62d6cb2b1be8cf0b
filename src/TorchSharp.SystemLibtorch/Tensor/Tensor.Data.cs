using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Direct access to the elements in memory, which the tensor must keep alive.</summary>
        /// <exception cref="ArgumentException">The element type is not <typeparamref name="T"/>.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not in the processor's memory.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            CheckReadable<T>();
            return new TensorAccessor<T>(this);
        }

        private void CheckReadable<T>() where T : unmanaged
        {
            if (dtype != TypeOf<T>()) throw new ArgumentException($"A tensor of {dtype} cannot be read as {typeof(T).Name}: convert it first with to(…).");
            if (device.type != DeviceType.CPU) throw new InvalidOperationException($"A tensor on {device} cannot be read directly: copy it first with cpu().");
        }

        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">More than one element, or another type.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            var count = NumberOfElements;
            if (count != 1) throw new ArgumentException($"item() needs a tensor of one element; this one has {count}.");
            CheckReadable<T>();
            var value = *(T*)DataPointer;
            GC.KeepAlive(this);
            return value;
        }

        /// <summary>The elements' bytes in order.</summary>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!is_contiguous()) throw new InvalidOperationException("The elements are not in order in memory: call contiguous() first.");
                return new Span<byte>(DataPointer, checked((int)(NumberOfElements * ElementSize)));
            }
            set
            {
                var place = bytes;
                if (value.Length != place.Length) throw new ArgumentException($"{value.Length} bytes for a tensor of {place.Length}.", nameof(value));
                value.CopyTo(place);
            }
        }

        /// <summary>The address of the first element.</summary>
        internal unsafe void* DataPointer
        {
            get
            {
                var address = Calls.ts_data(Handle);
                return address != null || NumberOfElements == 0 ? address : throw Calls.Failure("data");
            }
        }

        /// <summary>The first element as a number, whatever its type.</summary>
        internal double ReadFirst()
        {
            using var number = to(ScalarType.Float64);
            return number.data<double>()[0];
        }

        internal static int SizeOf(ScalarType type) => type switch
        {
            ScalarType.Byte or ScalarType.Int8 or ScalarType.Bool => 1,
            ScalarType.Int16 or ScalarType.Float16 or ScalarType.BFloat16 => 2,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            _ => 8,
        };
    }
}
