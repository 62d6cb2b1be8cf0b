using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A border of zeros, as wide on all sides: (N, C, H, W).</summary>
            public static ZeroPad2d ZeroPad2d(long padding) => new([padding, padding, padding, padding]);

            /// <summary>A border of zeros: left, right, top, bottom of (N, C, H, W).</summary>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(Sides(padding));
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A border of zeros.</summary>
    public sealed class ZeroPad2d : PadBase
    {
        internal ZeroPad2d(long[] padding) : base(nameof(ZeroPad2d), PaddingModes.Zeros, padding)
        {
        }
    }
}
