using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <inheritdoc cref="functional.binary_cross_entropy"/>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            /// <inheritdoc cref="functional.binary_cross_entropy_with_logits"/>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) => new(weight, reduction, pos_weights);

            /// <inheritdoc cref="functional.mse_loss"/>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <inheritdoc cref="functional.l1_loss"/>
            public static L1Loss L1Loss(Reduction reduction = Reduction.Mean) => new(reduction);

            /// <inheritdoc cref="functional.smooth_l1_loss"/>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1) => new(reduction, beta);

            /// <inheritdoc cref="functional.cross_entropy"/>
            public static CrossEntropyLoss CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) => new(weight, ignore_index, reduction);

            /// <inheritdoc cref="functional.nll_loss"/>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) => new(weight, reduction);

            /// <inheritdoc cref="functional.kl_div"/>
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) => new(log_target, reduction);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A loss of an output and its target.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public abstract class Loss<T1, T2, TResult>(nn.Reduction reduction = nn.Reduction.Mean) : nn.Module<T1, T2, TResult>("Loss")
    {
        /// <summary>What becomes of the losses of the elements.</summary>
        public nn.Reduction reduction { get; } = reduction;
    }

    /// <summary>A loss with weights.</summary>
    /// <param name="weight">The weights, or null.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public abstract class WeightedLoss<T1, T2, TResult>(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : Loss<T1, T2, TResult>(reduction)
    {
        /// <summary>The weights, or null.</summary>
        public Tensor? weight { get; } = weight;
    }

    /// <summary>The binary cross-entropy of probabilities.</summary>
    /// <param name="weight">A weight an element, or null.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public sealed class BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }

    /// <summary>The binary cross-entropy of logits.</summary>
    /// <param name="weight">A weight an element, or null.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="pos_weights">Weights of the positive class, or null.</param>
    public sealed class BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean, Tensor? pos_weights = null) : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <summary>Weights of the positive class, or null.</summary>
        public Tensor? pos_weights { get; } = pos_weights;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }

    /// <summary>The squared error.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public sealed class MSELoss(nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
    }

    /// <summary>The absolute error.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public sealed class L1Loss(nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, reduction);
    }

    /// <summary>The absolute error, squared near zero.</summary>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="beta">Where it changes from squared to absolute.</param>
    public sealed class SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Where it changes from squared to absolute.</summary>
        public double beta { get; } = beta;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }

    /// <summary>The cross-entropy of logits and classes.</summary>
    /// <param name="weight">A weight a class, or null.</param>
    /// <param name="ignore_index">A class that does not count.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    /// <param name="label_smoothing">What share of the target is spread over all classes.</param>
    public sealed class CrossEntropyLoss(Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0) : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <summary>A class that does not count.</summary>
        public long? ignore_index { get; } = ignore_index;

        /// <summary>What share of the target is spread over all classes.</summary>
        public double label_smoothing { get; } = label_smoothing;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }

    /// <summary>The negative log-likelihood of log-probabilities and classes.</summary>
    /// <param name="weight">A weight a class, or null.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public sealed class NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : WeightedLoss<Tensor, Tensor, Tensor>(weight, reduction)
    {
        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.nll_loss(input, target, weight, reduction);
    }

    /// <summary>The Kullback–Leibler divergence of log-probabilities from a target.</summary>
    /// <param name="log_target">Whether the target is given as logarithms.</param>
    /// <param name="reduction">What becomes of the losses of the elements.</param>
    public sealed class KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean) : Loss<Tensor, Tensor, Tensor>(reduction)
    {
        /// <summary>Whether the target is given as logarithms.</summary>
        public bool log_target { get; } = log_target;

        /// <inheritdoc/>
        public override Tensor forward(Tensor input, Tensor target) => nn.functional.kl_div(input, target, log_target, reduction);
    }
}
