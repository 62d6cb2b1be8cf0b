using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator Pad = new("pad");
            private static readonly Operator OneHot = new("one_hot");

            /// <summary>A border around the last dimensions.</summary>
            /// <param name="input">What to pad.</param>
            /// <param name="pad">Widths in pairs from the last dimension backwards: left, right, top, bottom.</param>
            /// <param name="mode">What to fill with.</param>
            /// <param name="value">The constant.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => mode switch
            {
                PaddingModes.Reflect => Pad.Call(input, pad, "reflect"),
                PaddingModes.Replicate => Pad.Call(input, pad, "replicate"),
                PaddingModes.Circular => Pad.Call(input, pad, "circular"),
                _ => Pad.Call(input, pad, "constant", value),
            };

            /// <inheritdoc cref="pad(Tensor, long[], PaddingModes, double)"/>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, pad.ToArray(), mode, value);

            /// <summary>A border around the last dimension.</summary>
            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, Sides(pad), mode, value);

            /// <summary>A border around the last two dimensions: left, right, top, bottom.</summary>
            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) => functional.pad(input, Sides(pad), mode, value);

            /// <summary>A border around every dimension, the batch and the channels too.</summary>
            public static Tensor pad(Tensor input, long pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
            {
                var widths = new long[2 * input.ndim];
                Array.Fill(widths, pad);
                return functional.pad(input, widths, mode, value);
            }

            /// <summary>A new last dimension that is 1 at the class and 0 elsewhere: (…) of Int64 → (…, C).</summary>
            /// <param name="x">Classes from 0 on.</param>
            /// <param name="num_classes">C; −1 for the largest class and one.</param>
            /// <exception cref="ArgumentException">The classes are not of Int64.</exception>
            public static Tensor one_hot(Tensor x, long num_classes = -1) =>
                x.dtype == ScalarType.Int64 ? OneHot.Call(x, num_classes) : throw new ArgumentException($"Classes are of Int64, not {x.dtype}: convert them with to(torch.int64).", nameof(x));
        }
    }
}
