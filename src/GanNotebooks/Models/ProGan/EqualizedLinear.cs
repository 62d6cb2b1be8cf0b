using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A linear layer with an equalized learning rate, as <see cref="EqualizedConv2d"/>. Karras et al. 2018, section 4.1.</summary>
public sealed class EqualizedLinear : nn.Module<Tensor, Tensor>
{
    private readonly Parameter weight;
    private readonly Parameter bias;

    /// <summary>Builds the layer.</summary>
    /// <param name="inputs">Numbers before.</param>
    /// <param name="outputs">Numbers after.</param>
    /// <param name="gain">√2 before a leaky ReLU, 1 at an end.</param>
    public EqualizedLinear(long inputs, long outputs, double? gain = null) : base(nameof(EqualizedLinear))
    {
        weight = new Parameter(randn(outputs, inputs));
        bias = new Parameter(zeros(outputs));
        Scale = (gain ?? Math.Sqrt(2)) / Math.Sqrt(inputs);
        RegisterComponents();
    }

    /// <summary>He's constant, gain / √inputs: what the weight is multiplied by. The bias is not.</summary>
    public double Scale { get; }

    /// <summary>Multiplies and adds.</summary>
    /// <param name="input">(N, inputs).</param>
    /// <returns>(N, outputs).</returns>
    public override Tensor forward(Tensor input) => nn.functional.linear(input, weight * Scale, bias);
}
