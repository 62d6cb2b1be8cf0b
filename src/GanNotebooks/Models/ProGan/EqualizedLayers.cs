using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A convolution whose weights are stored as N(0, 1) and scaled when used, so that all layers learn equally fast. Karras et al. 2018, section 4.1.</summary>
public sealed class EqualizedConv2d : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;
    private readonly long padding;

    /// <summary>Builds the layer; the image keeps its size unless <paramref name="padding"/> says otherwise.</summary>
    /// <param name="inputs">Channels before.</param>
    /// <param name="outputs">Channels after.</param>
    /// <param name="size">The side of the window.</param>
    /// <param name="padding">Zeros around the image; half the window when null.</param>
    /// <param name="gain">√2 before a leaky ReLU (He et al. 2015), 1 at an end.</param>
    public EqualizedConv2d(long inputs, long outputs, long size, long? padding = null, double? gain = null) : base(nameof(EqualizedConv2d))
    {
        weight = new Parameter(randn(outputs, inputs, size, size));
        bias = new Parameter(zeros(outputs));
        this.padding = padding ?? size / 2;
        Scale = (gain ?? Math.Sqrt(2)) / Math.Sqrt(inputs * size * size);
        RegisterComponents();
    }

    /// <summary>He's constant, gain / √(inputs · size²): what the weight is multiplied by. The bias is not.</summary>
    public double Scale { get; }

    /// <summary>Convolves.</summary>
    /// <param name="input">(N, inputs, H, W).</param>
    /// <returns>(N, outputs, H', W').</returns>
    public override Tensor forward(Tensor input) => nn.functional.conv2d(input, weight * Scale, bias, padding: [padding, padding]);
}

/// <summary>A linear layer with an equalized learning rate, as <see cref="EqualizedConv2d"/>. Karras et al. 2018, section 4.1.</summary>
public sealed class EqualizedLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Builds the layer.</summary>
    /// <param name="inputs">The length of an input vector.</param>
    /// <param name="outputs">The length of an output vector.</param>
    /// <param name="gain">√2 before a leaky ReLU, 1 in a last layer.</param>
    public EqualizedLinear(long inputs, long outputs, double? gain = null) : base(nameof(EqualizedLinear))
    {
        weight = new Parameter(randn(outputs, inputs));
        bias = new Parameter(zeros(outputs));
        Scale = (gain ?? Math.Sqrt(2)) / Math.Sqrt(inputs);
        RegisterComponents();
    }

    /// <summary>He's constant, gain / √inputs: what the weight is multiplied by. The bias is not.</summary>
    public double Scale { get; }

    /// <summary>Applies the layer.</summary>
    /// <param name="input">(N, inputs).</param>
    /// <returns>(N, outputs).</returns>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight * Scale, bias);
}
