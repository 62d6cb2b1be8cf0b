namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>What follows a layer, for <see cref="calculate_gain"/>.</summary>
            public enum NonlinearityType
            {
                /// <summary>Nothing.</summary>
                Linear = 0,
                /// <summary>Nothing.</summary>
                Conv1D = 1,
                /// <summary>Nothing.</summary>
                Conv2D = 2,
                /// <summary>Nothing.</summary>
                Conv3D = 3,
                /// <summary>Nothing.</summary>
                ConvTranspose1D = 4,
                /// <summary>Nothing.</summary>
                ConvTranspose2D = 5,
                /// <summary>Nothing.</summary>
                ConvTranspose3D = 6,
                /// <summary>A sigmoid.</summary>
                Sigmoid = 7,
                /// <summary>A hyperbolic tangent.</summary>
                Tanh = 8,
                /// <summary>A ReLU.</summary>
                ReLU = 9,
                /// <summary>A leaky ReLU.</summary>
                LeakyReLU = 10,
            }

            /// <summary>Which variance a layer keeps.</summary>
            public enum FanInOut
            {
                /// <summary>That of the values, forward.</summary>
                FanIn = 0,
                /// <summary>That of the gradients, backward.</summary>
                FanOut = 1,
            }

            /// <summary>By what to multiply a layer's standard deviation to make up for the nonlinearity after it.</summary>
            /// <param name="nonlinearity">What follows the layer.</param>
            /// <param name="param">The slope of a leaky ReLU.</param>
            public static double calculate_gain(NonlinearityType nonlinearity, double param = 0) => nonlinearity switch
            {
                NonlinearityType.Tanh => 5.0 / 3,
                NonlinearityType.ReLU => Math.Sqrt(2),
                NonlinearityType.LeakyReLU => Math.Sqrt(2 / (1 + param * param)),
                _ => 1,
            };

            /// <summary>Uniform, such that a variance survives a layer: He et al. 2015, equations 10 and 14.</summary>
            /// <param name="tensor">The weights.</param>
            /// <param name="a">The slope of the leaky ReLU that follows.</param>
            /// <param name="mode">Which variance.</param>
            /// <param name="nonlinearity">What follows the layer.</param>
            public static Tensor kaiming_uniform_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                var bound = Math.Sqrt(3) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal, such that a variance survives a layer: He et al. 2015, equations 10 and 14.</summary>
            /// <inheritdoc cref="kaiming_uniform_"/>
            public static Tensor kaiming_normal_(Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>Uniform, such that the variance survives a layer in both directions: Glorot &amp; Bengio 2010, equation 16.</summary>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1)
            {
                var bound = Math.Sqrt(3) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>Normal, such that the variance survives a layer in both directions: Glorot &amp; Bengio 2010, equation 12.</summary>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1) => xavier_uniform_(tensor, gain);

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1) => xavier_normal_(tensor, gain);

            /// <summary>How many inputs one output depends on, and how many outputs one input feeds.</summary>
            public static (long fanIn, long fanOut) CalculateFanInAndFanOut(Tensor tensor)
            {
                var shape = tensor.shape;
                if (shape.Length < 2) throw new ArgumentException($"Fan-in and fan-out need at least 2 dimensions; the tensor has {shape.Length}.", nameof(tensor));
                var field = shape.Skip(2).Aggregate(1L, (product, size) => product * size);
                return (shape[1] * field, shape[0] * field);
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }
        }
    }
}
