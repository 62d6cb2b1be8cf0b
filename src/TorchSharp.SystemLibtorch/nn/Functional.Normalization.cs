using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator LayerNormal = new("layer_norm");
            private static readonly Operator GroupNormal = new("group_norm");
            private static readonly Operator InstanceNormal = new("instance_norm");
            private static readonly Operator VectorNorm = new("norm", "ScalarOpt_dim");
            private static readonly Operator AtLeast = new("clamp_min");
            private static readonly Operator AsLargeAs = new("expand_as");

            /// <summary>Each sample to mean 0 and variance 1 over its last dimensions, then gain and shift of their shape.</summary>
            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                LayerNormal.Call(input, normalized_shape, weight, bias, eps, true);

            /// <summary>Each group of channels of each sample to mean 0 and variance 1, then a gain and a shift a channel: (N, C, …).</summary>
            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                GroupNormal.Call(input, num_groups, weight, bias, eps, true);

            /// <summary>Each channel of each sample to mean 0 and variance 1, then a gain and a shift a channel: (N, C, …).</summary>
            public static Tensor instance_norm(Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true, double momentum = 0.1, double eps = 1e-05) =>
                InstanceNormal.Call(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps, true);

            /// <summary>Divided by the p-norm along a dimension, which is at least eps.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1e-12)
            {
                using var norm = VectorNorm.Call(input, p, new[] { dim }, true);
                using var bounded = AtLeast.Call(norm, eps);
                using var divisor = AsLargeAs.Call(bounded, input);
                return input / divisor;
            }
        }
    }
}
