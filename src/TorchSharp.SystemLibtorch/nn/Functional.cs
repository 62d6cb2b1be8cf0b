using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What becomes of a loss for every element.</summary>
        public enum Reduction
        {
            /// <summary>All are kept.</summary>
            None,
            /// <summary>Their mean.</summary>
            Mean,
            /// <summary>Their sum.</summary>
            Sum,
        }

        /// <summary>The modules' functions without their state.</summary>
        public static partial class functional
        {
            private static readonly Operator LeakyRelu = new("leaky_relu");
            private static readonly Operator LeakyReluInPlace = new("leaky_relu_");
            private static readonly Operator Softplus = new("softplus");
            private static readonly Operator Dropout = new("dropout");
            private static readonly Operator DropoutInPlace = new("dropout_");
            private static readonly Operator BatchNorm = new("batch_norm");
            private static readonly Operator BinaryCrossEntropy = new("binary_cross_entropy_with_logits");
            private static readonly Operator MeanSquaredError = new("mse_loss");
            private static readonly Operator CrossEntropy = new("cross_entropy_loss");
            private static readonly Operator Softmax = new("softmax", "int");

            /// <summary>x·Wᵀ + b.</summary>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null)
            {
                var result = Calls.ts_linear(input.Handle, weights.Handle, bias?.Handle ?? 0);
                GC.KeepAlive(input);
                GC.KeepAlive(weights);
                GC.KeepAlive(bias);
                return result != 0 ? new Tensor(result) : throw Calls.Failure(nameof(linear));
            }

            /// <summary>max(x, 0).</summary>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? x.relu_().alias() : x.relu();

            /// <summary>x, but negative numbers times a small slope.</summary>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? LeakyReluInPlace.CallInPlace(input, negative_slope).alias() : LeakyRelu.Call(input, negative_slope);

            /// <summary>log(1 + eˣ), linear above the threshold.</summary>
            public static Tensor softplus(Tensor x, double beta = 1, double threshold = 20) => Softplus.Call(x, beta, threshold);

            /// <summary>eˣ along a dimension, normalized to the sum 1.</summary>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Softmax.Call(input, dim, dtype);

            /// <summary>While training, zero with probability p, else 1 / (1 − p) times the input.</summary>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false) =>
                inplace ? DropoutInPlace.CallInPlace(input, p, training).alias() : Dropout.Call(input, p, training);

            /// <summary>Batch normalization with the batch's statistics while training, else the running ones.</summary>
            public static Tensor batch_norm(Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1e-05) =>
                BatchNorm.Call(input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            /// <summary>−t·log σ(x) − (1 − t)·log(1 − σ(x)), computed from the logit x without overflow.</summary>
            public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                BinaryCrossEntropy.Call(input, target, weight, pos_weights, (int)reduction);

            /// <summary>(x − t)².</summary>
            public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => MeanSquaredError.Call(input, target, (int)reduction);

            /// <summary>−log softmax(x) at the class: (N, C), (N) → scalar.</summary>
            public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100, Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                CrossEntropy.Call(input, target, weight, (int)reduction, ignore_index, label_smoothing);
        }
    }
}
