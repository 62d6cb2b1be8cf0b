using GanNotebooks.Applications;
using GanNotebooks.Models;
using Onnx;
using TorchSharp;
using TorchSharp.Modules;
using static GanNotebooks.Onnx.GraphBuilder;
using static TorchSharp.torch;

namespace GanNotebooks.Onnx;

/// <summary>Writes layers as ONNX operators that compute as in evaluation mode. Nodes and weights have the layers' names in the network's state dictionary.</summary>
/// <param name="graph">The graph to add operators to.</param>
internal sealed class LayerNodes(GraphBuilder graph)
{
    /// <summary>Adds a layer, or a stack of them.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="name">Its name in the network.</param>
    /// <param name="input">The name of its input.</param>
    /// <returns>The name of its result.</returns>
    /// <exception cref="NotSupportedException">The layer is of a kind that is not supported.</exception>
    public string Add(nn.Module layer, string name, string input) => layer switch
    {
        Sequential stack => stack.named_children().Aggregate(input, (value, child) => Add(child.module, $"{name}.{child.name}", value)),
        Linear linear => graph.Add("Gemm", name, Weighted(name, input, linear.weight!, linear.bias), Set("transB", 1)),
        Conv2d { padding_mode: PaddingModes.Zeros, padding_type: null } convolution => Convolve("Conv", name, input, convolution),
        ConvolutionTranspose { padding_mode: PaddingModes.Zeros } convolution => Convolve("ConvTranspose", name, input, convolution, Set("output_padding", convolution.output_padding!)),
        EqualizedConv2d convolution => Equalized(name, input, convolution),
        EqualizedLinear linear => graph.Add("Gemm", name, Weighted(name, input, Scaled(linear, linear.Scale), linear.get_parameter("bias")), Set("transB", 1)),
        BatchNorm { running_mean: not null, weight: not null } norm => Normalize(name, input, norm),
        Embedding embedding => graph.Add("Gather", name, [graph.Weight($"{name}.weight", embedding.weight!), input]),
        LeakyReLU leaky => graph.Add("LeakyRelu", name, [input], Set("alpha", leaky.negative_slope)),
        ReLU => graph.Add("Relu", name, [input]),
        InstanceNorm2d { weight: null } norm => Normalize(name, input, norm),
        PixelShuffle => graph.Add("DepthToSpace", name, [input], Set("blocksize", SuperResolutionGenerator.Doubling), Set("mode", "CRD")),
        Tanh => graph.Add("Tanh", name, [input]),
        PixelNorm => NormalizePixels(name, input),
        _ => throw new NotSupportedException($"{name}: a layer of the kind {layer.GetType().Name}, with these settings, cannot be exported to ONNX. {nameof(LayerNodes)}.cs lists the kinds that can; add this one there, with a test."),
    };

    /// <summary>Adds a change of shape; the batch dimension is not changed.</summary>
    public string Reshape(string name, string input, params long[] rest) =>
        graph.Add("Reshape", name, [input, graph.Integers($"{name}.shape", [0, .. rest])]);

    /// <summary>Adds a doubling of the sides: every pixel becomes four. The coordinates are those of PyTorch's interpolate, mode nearest.</summary>
    public string Enlarge(string name, string input) =>
        graph.Add("Resize", name, [input, "", graph.Weight("enlarge.scales", tensor(new float[] { 1, 1, 2, 2 }))],
            Set("mode", "nearest"), Set("coordinate_transformation_mode", "asymmetric"), Set("nearest_mode", "floor"));

    /// <summary>Adds an enlargement by a factor, with PyTorch's bicubic interpolation.</summary>
    public string Bicubic(string name, string input, int factor) =>
        graph.Add("Resize", name, [input, "", graph.Weight($"{name}.scales", tensor(new float[] { 1, 1, factor, factor }))],
            Set("mode", "cubic"), Set("coordinate_transformation_mode", "half_pixel"), Set("cubic_coeff_a", -0.75));

    /// <summary>Adds old + α·(young − old).</summary>
    public string Fade(string name, string old, string young, double alpha)
    {
        var step = graph.Add("Mul", $"{name}.step", [graph.Add("Sub", $"{name}.difference", [young, old]), graph.Number($"{name}.alpha", alpha)]);
        return graph.Add("Add", name, [old, step]);
    }

    private string Convolve(string kind, string name, string input, Convolution layer, params AttributeProto[] more) =>
        graph.Add(kind, name, Weighted(name, input, layer.weight!, layer.bias),
            [Set("kernel_shape", layer.kernel_size!), Set("strides", layer.stride!), Set("pads", [.. layer.padding!, .. layer.padding!]), Set("dilations", layer.dilation!), Set("group", layer.groups), .. more]);

    // The layer does not expose its padding p: from k×k zeros, a k×k window makes an output with the side 2p + 1.
    private string Equalized(string name, string input, EqualizedConv2d layer)
    {
        using var scope = NewDisposeScope();
        var weight = Scaled(layer, layer.Scale);
        var padding = (layer.call(weight.new_zeros([1, .. weight.shape[1..]])).shape[2] - 1) / 2;
        return graph.Add("Conv", name, Weighted(name, input, weight, layer.get_parameter("bias")), Set("pads", [padding, padding, padding, padding]));
    }

    private static Tensor Scaled(nn.Module layer, double scale) => layer.get_parameter("weight")!.detach() * scale;

    private string Normalize(string name, string input, BatchNorm norm) => graph.Add("BatchNormalization", name,
        [.. Weighted(name, input, norm.weight!, norm.bias), graph.Weight($"{name}.running_mean", norm.running_mean!), graph.Weight($"{name}.running_var", norm.running_var!)],
        Set("epsilon", norm.eps));

    // Normalizes each map of each image; ONNX's operator requires a scale and a shift.
    private string Normalize(string name, string input, InstanceNorm2d norm) => graph.Add("InstanceNormalization", name,
        [input, graph.Weight($"{name}.weight", ones(norm.num_features)), graph.Weight($"{name}.bias", zeros(norm.num_features))], Set("epsilon", norm.eps));

    private string NormalizePixels(string name, string input)
    {
        var squares = graph.Add("ReduceMean", $"{name}.mean", [graph.Add("Mul", $"{name}.square", [input, input])], Set("axes", [1L]), Set("keepdims", 1));
        var root = graph.Add("Sqrt", $"{name}.root", [graph.Add("Add", $"{name}.sum", [squares, graph.Number("pixelnorm.small", PixelNorm.Small)])]);
        return graph.Add("Div", name, [input, root]);
    }

    private string[] Weighted(string name, string input, Tensor weight, Tensor? bias) =>
        bias is null ? [input, graph.Weight($"{name}.weight", weight)] : [input, graph.Weight($"{name}.weight", weight), graph.Weight($"{name}.bias", bias)];
}
