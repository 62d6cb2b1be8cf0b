using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Transposed convolution of images: (N, C, H, W) → (N, C′, H′, W′).</summary>
            /// <param name="in_channels">C.</param>
            /// <param name="out_channels">C′.</param>
            /// <param name="kernel_size">The window's size.</param>
            /// <param name="stride">How many times as large the result is, apart from its border.</param>
            /// <param name="padding">What is cut from each side.</param>
            /// <param name="output_padding">What is added to one side.</param>
            /// <param name="dilation">How far the window's elements are apart.</param>
            /// <param name="padding_mode">Zeros.</param>
            /// <param name="groups">Into how many parts the channels are divided, each with weights of its own.</param>
            /// <param name="bias">Whether to add a bias.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                ConvTranspose2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (output_padding, output_padding), (dilation, dilation), padding_mode, groups, bias, device, dtype);

            /// <summary>Transposed convolution of images with numbers for height and width: (N, C, H, W) → (N, C′, H′, W′).</summary>
            public static ConvTranspose2d ConvTranspose2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? output_padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, new(Sides(kernel_size), Sides(stride ?? (1, 1)), Sides(dilation ?? (1, 1)), groups, padding_mode) { Padding = Sides(padding), OutputPadding = Sides(output_padding) }, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Transposed convolution of images.</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(long inputs, long outputs, ConvolutionWindow window, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(ConvTranspose2d), inputs, outputs, window, hasBias, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, long[]? output_size)
        {
            CheckInput(input);
            return nn.functional.conv_transpose2d(input, weight, bias, stride, padding, PaddingFor(input, output_size), dilation, groups);
        }
    }
}
