using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A border around an image.</summary>
public abstract class PadBase : nn.Module<Tensor, Tensor>
{
    private readonly PaddingModes mode;

    private protected PadBase(string name, PaddingModes mode, long[] padding) : base(name) => (this.mode, this.padding) = (mode, padding);

    /// <summary>Left, right, top, bottom.</summary>
    public long[] padding { get; set; }

    /// <summary>What a border of one value has, 0.</summary>
    public double value { get; set; }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => nn.functional.pad(input, padding, mode, value);
}
