using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Convolution of sequences: (N, C, L) → (N, C′, L′).</summary>
            /// <param name="in_channels">C.</param>
            /// <param name="out_channels">C′.</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">How far the window moves.</param>
            /// <param name="padding">The border's width.</param>
            /// <param name="dilation">How far the window's elements are apart.</param>
            /// <param name="padding_mode">What the border is filled with.</param>
            /// <param name="groups">Into how many parts the channels are divided, each with weights of its own.</param>
            /// <param name="bias">Whether to add a bias.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, new([kernel_size], [stride], [dilation], groups, padding_mode) { Padding = [padding] }, bias, device, dtype);

            /// <summary>Convolution of sequences with a named padding: (N, C, L) → (N, C′, L′).</summary>
            public static Conv1d Conv1d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, new([kernel_size], [stride], [dilation], groups, padding_mode) { PaddingType = padding }, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Convolution of sequences.</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(long inputs, long outputs, ConvolutionWindow window, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(Conv1d), inputs, outputs, window, hasBias, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            CheckInput(input);
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = nn.functional.pad(input, BorderWidths(), padding_mode);
                return nn.functional.conv1d(padded, weight, bias, stride[0], 0, dilation[0], groups);
            }
            return padding is null
                ? nn.functional.conv1d_padding(input, weight, bias, stride[0], padding_type ?? Padding.Valid, dilation[0], groups)
                : nn.functional.conv1d(input, weight, bias, stride[0], padding[0], dilation[0], groups);
        }
    }
}
