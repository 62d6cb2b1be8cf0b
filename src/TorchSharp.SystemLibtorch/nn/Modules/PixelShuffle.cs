using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Channels laid out as pixels: (N, C·r², H, W) → (N, C, H·r, W·r).</summary>
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Channels laid out as pixels: Shi et al. 2016.</summary>
    public sealed class PixelShuffle : nn.Module<Tensor, Tensor>
    {
        internal PixelShuffle(long factor) : base(nameof(PixelShuffle)) => upscale_factor = factor;

        /// <summary>r, how many times as large the image becomes.</summary>
        public long upscale_factor { get; set; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => nn.functional.pixel_shuffle(input, upscale_factor);
    }
}
