using Google.Protobuf;
using Onnx;
using static TorchSharp.torch;

namespace GanNotebooks.Onnx;

/// <summary>Collects the nodes and weights of an ONNX graph. Values are identified by their names, as in the file.</summary>
internal sealed class GraphBuilder
{
    /// <summary>A dimension that is not fixed.</summary>
    public const long Free = -1;

    /// <summary>The graph so far.</summary>
    public GraphProto Graph { get; } = new() { Name = "generator" };

    /// <summary>Adds an input. The first dimension, N, is free.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">The type of its numbers.</param>
    /// <param name="rest">The dimensions after N.</param>
    /// <returns>The name.</returns>
    public string Input(string name, TensorProto.Types.DataType type, params ReadOnlySpan<long> rest)
    {
        Graph.Input.Add(Value(name, type, rest));
        return name;
    }

    /// <summary>Declares a value as the graph's output.</summary>
    /// <param name="value">The name of the value.</param>
    /// <param name="name">The name of the output.</param>
    /// <param name="rest">The dimensions after N.</param>
    public void Output(string value, string name, params ReadOnlySpan<long> rest)
    {
        Graph.Node.Add(new NodeProto { OpType = "Identity", Name = name, Input = { value }, Output = { name } });
        Graph.Output.Add(Value(name, TensorProto.Types.DataType.Float, rest));
    }

    /// <summary>Adds an operator.</summary>
    /// <param name="kind">Its name in ONNX.</param>
    /// <param name="name">The name of the node and of its result; a number is added if the name is in use.</param>
    /// <param name="inputs">The names of its inputs; an empty name leaves one out.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <returns>The name of its result.</returns>
    public string Add(string kind, string name, string[] inputs, params AttributeProto[] attributes)
    {
        var free = name;
        for (var i = 1; Graph.Node.Any(node => node.Name == free); i++) free = $"{name}.{i}";
        Graph.Node.Add(new NodeProto { OpType = kind, Name = free, Input = { inputs }, Output = { free }, Attribute = { attributes } });
        return free;
    }

    /// <summary>Stores a tensor of float32 numbers.</summary>
    /// <param name="name">Its name: the same name again means the same numbers.</param>
    /// <param name="tensor">Of any shape, on any device.</param>
    /// <returns>The name.</returns>
    public string Weight(string name, Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var numbers = tensor.detach().to(float32).cpu().contiguous();
        return Store(name, TensorProto.Types.DataType.Float, numbers.shape, ByteString.CopyFrom(numbers.bytes));
    }

    /// <summary>Stores a number.</summary>
    /// <returns>Its name.</returns>
    public string Number(string name, double value) => Weight(name, tensor((float)value));

    /// <summary>Stores a list of integers, such as a shape.</summary>
    /// <returns>Its name.</returns>
    public string Integers(string name, params long[] values) =>
        Store(name, TensorProto.Types.DataType.Int64, [values.Length], ByteString.CopyFrom(System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(values)));

    /// <summary>An attribute that is an integer.</summary>
    public static AttributeProto Set(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    /// <inheritdoc cref="Set(string, long)"/>
    /// <summary>An attribute that is a number.</summary>
    public static AttributeProto Set(string name, double value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = (float)value };

    /// <summary>An attribute that is a text.</summary>
    public static AttributeProto Set(string name, string value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.String, S = ByteString.CopyFromUtf8(value) };

    /// <summary>An attribute that is a list of integers.</summary>
    public static AttributeProto Set(string name, long[] values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    private string Store(string name, TensorProto.Types.DataType type, long[] shape, ByteString bytes)
    {
        if (Graph.Initializer.All(stored => stored.Name != name))
            Graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)type, Dims = { shape }, RawData = bytes });
        return name;
    }

    private static ValueInfoProto Value(string name, TensorProto.Types.DataType type, ReadOnlySpan<long> rest)
    {
        var shape = new TensorShapeProto { Dim = { new TensorShapeProto.Types.Dimension { DimParam = "N" } } };
        for (var i = 0; i < rest.Length; i++) shape.Dim.Add(rest[i] == Free ? new TensorShapeProto.Types.Dimension { DimParam = $"{name}_{i + 1}" } : new() { DimValue = rest[i] });
        return new() { Name = name, Type = new TypeProto { TensorType = new TypeProto.Types.Tensor { ElemType = (int)type, Shape = shape } } };
    }
}
