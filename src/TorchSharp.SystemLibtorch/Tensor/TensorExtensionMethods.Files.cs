using static TorchSharp.torch;

namespace TorchSharp;

/// <content>TorchSharp's own format: element type, number of dimensions and sizes as LEB128, then the elements.</content>
public static partial class TensorExtensionMethods
{
    /// <summary>Writes the tensor.</summary>
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        writer.Encode((int)tensor.dtype);
        var shape = tensor.shape;
        writer.Encode(shape.Length);
        foreach (var size in shape) writer.Encode(size);
        using var here = tensor.detach().cpu();
        writer.Flush();
        here.WriteBytesToStream(writer.BaseStream);
    }

    /// <summary>Writes the tensor, and closes the stream.</summary>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    /// <summary>Writes the tensor to a file.</summary>
    public static void Save(this Tensor tensor, string location) => tensor.Save(File.Create(location));

    /// <summary>Reads the elements of a tensor of the same shape and type.</summary>
    /// <param name="tensor">Where the elements go.</param>
    /// <param name="reader">Where they come from.</param>
    /// <param name="skip">Pass over them.</param>
    /// <exception cref="ArgumentException">The file's tensor has another type or shape.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHead(reader);
        if (type != tensor.dtype) throw new ArgumentException($"The tensor is of {tensor.dtype}, the one in the file of {type}.");
        ReadElements(tensor, reader, shape, skip);
    }

    /// <summary>Reads a tensor.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        Tensor? tensor = null;
        Load(ref tensor, reader, skip);
        return tensor!;
    }

    /// <summary>Reads a tensor's elements, or a new tensor where there is none.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        var (type, shape) = ReadHead(reader);
        tensor ??= skip ? zeros(shape, type) : empty(shape, type);
        ReadElements(tensor, reader, shape, skip);
    }

    internal static void Encode(this BinaryWriter writer, long value) => writer.Write7BitEncodedInt64(value);

    internal static long Decode(this BinaryReader reader) => reader.Read7BitEncodedInt64();

    private static (ScalarType Type, long[] Shape) ReadHead(BinaryReader reader)
    {
        var type = (ScalarType)reader.Decode();
        var shape = new long[reader.Decode()];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Decode();
        return (type, shape);
    }

    private static void ReadElements(Tensor tensor, BinaryReader reader, long[] shape, bool skip)
    {
        if (skip)
        {
            reader.BaseStream.Seek(tensor.NumberOfElements * tensor.ElementSize, SeekOrigin.Current);
            return;
        }
        if (!shape.SequenceEqual(tensor.shape))
            throw new ArgumentException($"The tensor is of shape ({string.Join(", ", tensor.shape)}), the one in the file of ({string.Join(", ", shape)}).");
        using var _ = no_grad();
        if (tensor.device.type == DeviceType.CPU && tensor.is_contiguous())
        {
            tensor.ReadBytesFromStream(reader.BaseStream);
            return;
        }
        using var here = empty(shape, tensor.dtype);
        here.ReadBytesFromStream(reader.BaseStream);
        tensor.copy_(here);
    }
}
