using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How the window of a convolution lies: an entry a dimension.</summary>
internal sealed record ConvolutionWindow(long[] Size, long[] Stride, long[] Dilation, long Groups, PaddingModes PaddingMode)
{
    public long[]? Padding { get; init; }
    public Padding? PaddingType { get; init; }
    public long[]? OutputPadding { get; init; }
    public bool Transposed { get; init; }
}

/// <summary>A convolution of one or two dimensions, transposed or not.</summary>
public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, long inputs, long outputs, ConvolutionWindow window, bool hasBias, Device? device, ScalarType? dtype) : base(name)
    {
        if (window.Transposed && window.PaddingMode != PaddingModes.Zeros)
            throw new ArgumentException($"A transposed convolution pads with zeros only, not with {window.PaddingMode}.", nameof(window));
        if (window.PaddingType == Padding.Same && window.Stride.Any(stride => stride != 1))
            throw new ArgumentException("Padding \"same\" needs a stride of 1.", nameof(window));
        (in_channels, out_channels, groups, padding_mode, transposed) = (inputs, outputs, window.Groups, window.PaddingMode, window.Transposed);
        (kernel_size, stride, dilation) = (window.Size, window.Stride, window.Dilation);
        (padding_type, padding) = (window.PaddingType, window.PaddingType is null ? window.Padding ?? new long[window.Size.Length] : null);
        output_padding = window.OutputPadding ?? new long[window.Size.Length];
        long[] channels = transposed ? [inputs, outputs / groups] : [outputs, inputs / groups];
        weight = new Parameter(empty([.. channels, .. kernel_size], dtype, device));
        if (hasBias) bias = new Parameter(empty([outputs], dtype, device));
        reset_parameters();
    }

    /// <summary>The weights, (C′, C / groups, K, …), transposed (C, C′ / groups, K, …).</summary>
    public Parameter weight { get; set => field = Replaced(nameof(weight), field, value); }

    /// <summary>The bias, (C′), or null.</summary>
    public Parameter? bias { get; set => field = Replaced(nameof(bias), field, value); }

    /// <summary>C.</summary>
    public long in_channels { get; }

    /// <summary>C′.</summary>
    public long out_channels { get; }

    /// <summary>Whether this is the gradient of a convolution.</summary>
    public bool transposed { get; }

    /// <summary>The window's size.</summary>
    public long[] kernel_size { get; set; }

    /// <summary>How far the window moves.</summary>
    public long[] stride { get; set; }

    /// <summary>How far the window's elements are apart.</summary>
    public long[] dilation { get; set; }

    /// <summary>The border's width, or null where <see cref="padding_type"/> says it.</summary>
    public long[]? padding { get; }

    /// <summary>The border's width by name, or null.</summary>
    public Padding? padding_type { get; }

    /// <summary>What the border is filled with.</summary>
    public PaddingModes padding_mode { get; set; }

    /// <summary>What a transposed convolution adds to one side of its result.</summary>
    public long[] output_padding { get; set; }

    /// <summary>Into how many parts the channels are divided, each with weights of its own.</summary>
    public long groups { get; set; }

    /// <summary>New initial values: uniform within one over the root of the inputs of an output.</summary>
    public void reset_parameters()
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is null) return;
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (fanIn == 0) return;
        var bound = 1 / Math.Sqrt(fanIn);
        nn.init.uniform_(bias, -bound, bound);
    }

    private protected void CheckInput(Tensor input)
    {
        var shape = input.shape;
        var dimensions = kernel_size.Length;
        if ((shape.Length == dimensions + 2 && shape[1] == in_channels) || (shape.Length == dimensions + 1 && shape[0] == in_channels)) return;
        throw new ArgumentException($"{GetName()} takes {dimensions + 2} dimensions (or {dimensions + 1} without a batch) with {in_channels} channels, not ({string.Join(", ", shape)}).", nameof(input));
    }

    /// <summary>The border's widths as <c>pad</c> takes them: the last dimension first.</summary>
    private protected long[] BorderWidths()
    {
        if (padding is not null) return [.. padding.Reverse().SelectMany(width => new[] { width, width })];
        if (padding_type == Padding.Valid) return new long[2 * kernel_size.Length];
        var totals = kernel_size.Zip(dilation, (size, gap) => gap * (size - 1)).Reverse();
        return [.. totals.SelectMany(total => new[] { total / 2, total - total / 2 })];
    }
}
