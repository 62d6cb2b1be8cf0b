using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Convolution of images: (N, C, H, W) → (N, C′, H′, W′).</summary>
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
            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                Conv2d(in_channels, out_channels, (kernel_size, kernel_size), (stride, stride), (padding, padding), (dilation, dilation), padding_mode, groups, bias, device, dtype);

            /// <summary>Convolution of images with numbers for height and width: (N, C, H, W) → (N, C′, H′, W′).</summary>
            public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, new(Sides(kernel_size), Sides(stride ?? (1, 1)), Sides(dilation ?? (1, 1)), groups, padding_mode) { Padding = Sides(padding) }, bias, device, dtype);

            /// <summary>Convolution of images with a named padding: (N, C, H, W) → (N, C′, H′, W′).</summary>
            public static Conv2d Conv2d(long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                Conv2d(in_channels, out_channels, (kernel_size, kernel_size), padding, (stride, stride), (dilation, dilation), padding_mode, groups, bias, device, dtype);

            /// <summary>Convolution of images with a named padding: (N, C, H, W) → (N, C′, H′, W′).</summary>
            public static Conv2d Conv2d(long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null, (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(in_channels, out_channels, new(Sides(kernel_size), Sides(stride ?? (1, 1)), Sides(dilation ?? (1, 1)), groups, padding_mode) { PaddingType = padding }, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Convolution of images.</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(long inputs, long outputs, ConvolutionWindow window, bool hasBias, Device? device, ScalarType? dtype)
            : base(nameof(Conv2d), inputs, outputs, window, hasBias, device, dtype)
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            CheckInput(input);
            if (padding_mode != PaddingModes.Zeros)
            {
                using var padded = nn.functional.pad(input, BorderWidths(), padding_mode);
                return nn.functional.conv2d(padded, weight, bias, stride, [0, 0], dilation, groups);
            }
            return padding is null
                ? nn.functional.conv2d_padding(input, weight, bias, stride, padding_type ?? Padding.Valid, dilation, groups)
                : nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
        }
    }
}
