using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private static readonly Operator BinaryCrossEntropyOfProbability = new("binary_cross_entropy");
            private static readonly Operator AbsoluteError = new("l1_loss");
            private static readonly Operator SmoothAbsoluteError = new("smooth_l1_loss");
            private static readonly Operator HuberError = new("huber_loss");
            private static readonly Operator NegativeLogLikelihood = new("nll_loss_nd");
            private static readonly Operator Divergence = new("kl_div");

            /// <summary>−t·log p − (1 − t)·log(1 − p) of probabilities p in [0, 1]; logarithms are cut at −100.</summary>
            public static Tensor binary_cross_entropy(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                BinaryCrossEntropyOfProbability.Call(input, target, weight, (int)reduction);

            /// <summary>|x − t|.</summary>
            public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) => AbsoluteError.Call(input, target, (int)reduction);

            /// <summary>(x − t)² / 2β within β of the target, else |x − t| − β / 2.</summary>
            public static Tensor smooth_l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1) =>
                SmoothAbsoluteError.Call(input, target, (int)reduction, beta);

            /// <summary>(x − t)² / 2 within δ of the target, else δ(|x − t| − δ / 2).</summary>
            public static Tensor huber_loss(Tensor input, Tensor target, double delta = 1, Reduction reduction = Reduction.Mean) =>
                HuberError.Call(input, target, (int)reduction, delta);

            /// <summary>−x at the class, where x are log-probabilities: (N, C, …), (N, …).</summary>
            public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                NegativeLogLikelihood.Call(input, target, weight, (int)reduction);

            /// <summary>t·(log t − x) of log-probabilities x, with t given as a logarithm too unless <paramref name="log_target"/> is false. The mean is over all elements, not over the batch.</summary>
            public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                Divergence.Call(input, target, (int)reduction, log_target);
        }
    }
}
