using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>TorchSharp's own file format: a count, then for each tensor its name, type, shape and elements; whole numbers in LEB128.</summary>
internal static class StateFormat
{
    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    public static void WriteNumber(BinaryWriter writer, long number)
    {
        for (; number >= 0x80; number >>= 7) writer.Write((byte)(number | 0x80));
        writer.Write((byte)number);
    }

    /// <inheritdoc cref="WriteNumber"/>
    public static long ReadNumber(BinaryReader reader)
    {
        var number = 0L;
        for (var shift = 0; ; shift += 7)
        {
            var part = reader.ReadByte();
            number |= (long)(part & 0x7f) << shift;
            if (part < 0x80) return number;
            if (shift > 56) throw new InvalidDataException("A number in the file does not end: this is no file of TorchSharp's, or it is damaged.");
        }
    }

    /// <summary>Writes type, shape and elements.</summary>
    public static void Write(BinaryWriter writer, Tensor tensor)
    {
        WriteNumber(writer, (long)tensor.dtype);
        var shape = tensor.shape;
        WriteNumber(writer, shape.Length);
        foreach (var size in shape) WriteNumber(writer, size);
        using var ordered = tensor.contiguous();
        writer.Write(ordered.bytes);
    }

    /// <summary>Reads a tensor that the caller owns.</summary>
    public static Tensor Read(BinaryReader reader)
    {
        var type = (ScalarType)ReadNumber(reader);
        if (!Enum.IsDefined(type)) throw new InvalidDataException($"Element type {(long)type} in the file is unknown: this is no file of TorchSharp's, or it is damaged.");
        var shape = new long[ReadNumber(reader)];
        for (var i = 0; i < shape.Length; i++) shape[i] = ReadNumber(reader);
        var tensor = empty(shape, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }
}
