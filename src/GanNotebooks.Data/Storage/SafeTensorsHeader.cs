using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using static TorchSharp.torch;

namespace GanNotebooks.Data;

/// <summary>One tensor's entry in the header.</summary>
/// <param name="Name">The tensor's name.</param>
/// <param name="Type">Its element type.</param>
/// <param name="Shape">Its sizes.</param>
/// <param name="Start">Where its bytes start, counted from the header's end.</param>
/// <param name="End">Where they end.</param>
internal sealed record SafeTensorsEntry(string Name, ScalarType Type, long[] Shape, long Start, long End);

/// <summary>The beginning of a safetensors file: the header's length in eight little-endian bytes, then the header in JSON; the tensors' bytes follow without gaps.</summary>
internal sealed record SafeTensorsHeader(IReadOnlyList<SafeTensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>The longest header that the format allows.</summary>
    private const int MostBytes = 100_000_000;
    private const string MetadataName = "__metadata__";
    private const int Alignment = 8;

    private static readonly (string Name, ScalarType Type, int Bytes)[] Types =
    [
        ("F64", float64, 8), ("F32", float32, 4), ("F16", float16, 2), ("BF16", bfloat16, 2),
        ("I64", int64, 8), ("I32", int32, 4), ("I16", int16, 2), ("I8", int8, 1), ("U8", uint8, 1), ("BOOL", @bool, 1),
    ];

    /// <summary>The header for these tensors: wide elements first, so that all are aligned, then by name.</summary>
    public static SafeTensorsHeader Of(IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        if (tensors.ContainsKey(MetadataName)) throw new ArgumentException($"A tensor cannot be named {MetadataName}: the format keeps that name for texts.", nameof(tensors));
        var entries = new List<SafeTensorsEntry>();
        var at = 0L;
        foreach (var (name, tensor) in tensors.OrderByDescending(pair => pair.Value.element_size()).ThenBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!Array.Exists(Types, type => type.Type == tensor.dtype))
                throw new ArgumentException($"{name}: the safetensors format has no elements of type {tensor.dtype}. Convert the tensor first, for example to float32.", nameof(tensors));
            var end = at + tensor.numel() * tensor.element_size();
            entries.Add(new(name, tensor.dtype, tensor.shape, at, end));
            at = end;
        }
        return new(entries, metadata);
    }

    /// <summary>The file's bytes before those of the tensors.</summary>
    public byte[] ToBytes()
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            if (Metadata.Count > 0)
            {
                writer.WriteStartObject(MetadataName);
                foreach (var (key, text) in Metadata) writer.WriteString(key, text);
                writer.WriteEndObject();
            }
            foreach (var entry in Entries)
            {
                writer.WriteStartObject(entry.Name);
                writer.WriteString("dtype", Types.Single(type => type.Type == entry.Type).Name);
                writer.WritePropertyName("shape");
                JsonSerializer.Serialize(writer, entry.Shape);
                writer.WritePropertyName("data_offsets");
                JsonSerializer.Serialize(writer, new[] { entry.Start, entry.End });
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        while (json.Length % Alignment != 0) json.WriteByte((byte)' ');
        var bytes = new byte[8 + json.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, json.Length);
        json.ToArray().CopyTo(bytes, 8);
        return bytes;
    }

    /// <summary>Reads the header and leaves the stream at the first tensor's bytes, all of which are there.</summary>
    /// <exception cref="InvalidDataException">It is not a whole safetensors file.</exception>
    public static SafeTensorsHeader Read(Stream file, string name)
    {
        var size = new byte[8];
        if (file.ReadAtLeast(size, size.Length, throwOnEndOfStream: false) < size.Length) throw Damaged(name, "it is shorter than the eight bytes that such a file begins with");
        var length = BinaryPrimitives.ReadUInt64LittleEndian(size);
        if (length > MostBytes || length > (ulong)(file.Length - 8)) throw Damaged(name, $"its header's length would be {length} bytes");
        var json = new byte[length];
        file.ReadExactly(json);
        var header = Parse(json, name);
        var expected = header.Entries.Count == 0 ? 0 : header.Entries[^1].End;
        var found = file.Length - file.Position;
        return expected == found ? header : throw Damaged(name, $"{expected} bytes of tensors were expected by its header, {found} found");
    }

    private static SafeTensorsHeader Parse(byte[] json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(json));
            var properties = document.RootElement.EnumerateObject().ToArray();
            if (properties.GroupBy(property => property.Name).FirstOrDefault(group => group.Count() > 1) is { } twice) throw Damaged(name, $"{twice.Key} is there twice");
            var entries = properties.Where(property => property.Name != MetadataName).Select(property => Entry(property, name)).OrderBy(entry => entry.Start).ThenBy(entry => entry.End).ToArray();
            var at = 0L;
            foreach (var entry in entries)
            {
                if (entry.Start != at) throw Damaged(name, $"the bytes of {entry.Name} start at {entry.Start}, expected at {at}");
                at = entry.End;
            }
            var metadata = document.RootElement.TryGetProperty(MetadataName, out var texts)
                ? texts.EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "")
                : [];
            return new(entries, metadata);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or ArgumentException)
        {
            throw Damaged(name, "its header is not the JSON that the format asks for", e);
        }
    }

    private static SafeTensorsEntry Entry(JsonProperty property, string name)
    {
        var typeName = property.Value.GetProperty("dtype").GetString();
        var type = Array.Find(Types, type => type.Name == typeName);
        if (type.Name is null) throw Damaged(name, $"{property.Name} has elements of type {typeName}; known are {string.Join(", ", Types.Select(t => t.Name))}");
        long[] shape = [.. property.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        long[] offsets = [.. property.Value.GetProperty("data_offsets").EnumerateArray().Select(offset => offset.GetInt64())];
        // In 128 bits, and stopped early, no product overflows.
        var bytes = shape.Contains(0) ? 0 : shape.Aggregate((Int128)type.Bytes, (product, size) => product > long.MaxValue ? product : product * size);
        if (shape.Any(size => size < 0) || offsets is not [>= 0, _] || (Int128)offsets[1] - offsets[0] != bytes)
            throw Damaged(name, $"the place of {property.Name} is wrong: {string.Join(" to ", offsets)} for ({string.Join(", ", shape)}) of {typeName}");
        return new(property.Name, type.Type, shape, offsets[0], offsets[1]);
    }

    private static InvalidDataException Damaged(string name, string what, Exception? cause = null) =>
        new($"{name}: not a whole safetensors file: {what}. Save or download it again.", cause);
}
