using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A border that mirrors the image, as wide on all sides: (N, C, H, W).</summary>
            public static ReflectionPad2d ReflectionPad2d(long padding) => new([padding, padding, padding, padding]);

            /// <summary>A border that mirrors the image: left, right, top, bottom of (N, C, H, W).</summary>
            public static ReflectionPad2d ReflectionPad2d((long, long, long, long) padding) => new(Sides(padding));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A border that mirrors the image.</summary>
    public sealed class ReflectionPad2d : PadBase
    {
        internal ReflectionPad2d(long[] padding) : base(nameof(ReflectionPad2d), PaddingModes.Reflect, padding)
        {
        }
    }
}
