using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Writes a tensor to a file as PyTorch's C++ side does.</summary>
    public static void save(Tensor t, string location) => t.save(location);

    /// <summary>Reads a tensor from a file that <see cref="save"/> wrote.</summary>
    public static Tensor load(string location) => Tensor.load(location);

    public partial class Tensor
    {
        /// <summary>Reads a tensor from a file that <see cref="save"/> wrote.</summary>
        public static Tensor load(string location)
        {
            var loaded = Calls.ts_load(location);
            return loaded != 0 ? new Tensor(loaded) : throw Calls.Failure(nameof(load));
        }

        /// <summary>Writes the tensor to a file as PyTorch's C++ side does.</summary>
        public void save(string location)
        {
            Calls.Check(Calls.ts_save(Handle, location), nameof(save));
            GC.KeepAlive(this);
        }

        /// <summary>Reads a tensor in TorchSharp's own format.</summary>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        /// <summary>Reads a tensor in TorchSharp's own format.</summary>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        /// <summary>Reads a tensor in TorchSharp's own format.</summary>
        public static Tensor Load(string location) => Load(File.OpenRead(location));

        /// <summary>Writes the elements' bytes in order; the tensor must be contiguous.</summary>
        /// <exception cref="InvalidOperationException">The elements are not in order in memory.</exception>
        public unsafe void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            if (!is_contiguous()) throw new InvalidOperationException("The elements are not in order in memory: call contiguous() first.");
            using var memory = new UnmanagedMemoryStream((byte*)DataPointer, NumberOfElements * ElementSize);
            memory.CopyTo(stream);
            GC.KeepAlive(this);
        }

        /// <summary>Reads the elements' bytes in order; the tensor must be contiguous.</summary>
        /// <exception cref="EndOfStreamException">The stream has too few.</exception>
        public unsafe void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            const int Piece = 1 << 30;
            if (!is_contiguous()) throw new InvalidOperationException("The elements are not in order in memory: call contiguous() first.");
            var place = (byte*)DataPointer;
            for (var rest = NumberOfElements * ElementSize; rest > 0; rest -= Piece, place += Piece)
                stream.ReadExactly(new Span<byte>(place, (int)Math.Min(rest, Piece)));
            GC.KeepAlive(this);
        }
    }
}
