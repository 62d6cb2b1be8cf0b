using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Transposed convolution of sequences: (N, C, L) → (N, C′, L′).</summary>
            /// <param name="in_channels">C.</param>
            /// <param name="out_channels">C′.</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">How many times as long the result is, apart from its border.</param>
            /// <param name="padding">What is cut from each end.</param>
            /// <param name="output_padding">What is added to one end.</param>
            /// <param name="dilation">How far the window's elements are apart.</param>
            /// <param name="padding_mode">Zeros.</param>
            /// <param name="groups">Into how many parts the channels are divided, each with weights of its own.</param>
            /// <param name="bias">Whether to add a bias.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static ConvTranspose1d ConvTranspose1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, new([kernel_size], [stride], [dilation], groups, padding_mode) { Padding = [padding], OutputPadding = [output_padding] }, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Transposed convolution of sequences.</summary>
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(long inputs, long outputs, ConvolutionWindow window, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose1d), inputs, outputs, window, hasBias, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, long[]? output_size)
        {
            CheckInput(input);
            return nn.functional.conv_transpose1d(input, weight, bias, stride[0], padding![0], PaddingFor(input, output_size)[0], dilation[0], groups);
        }
    }
}
