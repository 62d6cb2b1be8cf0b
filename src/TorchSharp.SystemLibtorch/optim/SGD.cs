using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Stochastic gradient descent, with momentum if wanted.</summary>
            /// <param name="parameters">What to train.</param>
            /// <param name="learningRate">The step size.</param>
            /// <param name="momentum">How much of the last step is repeated.</param>
            /// <param name="dampening">How much of the new gradient is left out of the momentum.</param>
            /// <param name="weight_decay">Added to the gradient, times the weight.</param>
            /// <param name="nesterov">Look ahead along the momentum.</param>
            /// <param name="maximize">Ascend instead.</param>
            public static SGD SGD(IEnumerable<Parameter> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent.</summary>
    public sealed class SGD : optim.Optimizer
    {
        private readonly double momentum, dampening, decay;
        private readonly bool nesterov, maximize;
        private readonly Tensor?[] velocities;

        internal SGD(IEnumerable<Parameter> parameters, double rate, double momentum, double dampening, double decay, bool nesterov, bool maximize) : base(parameters, rate)
        {
            (this.momentum, this.dampening, this.decay, this.nesterov, this.maximize) = (momentum, dampening, decay, nesterov, maximize);
            velocities = new Tensor?[Parameters.Length];
        }

        private protected override void Update()
        {
            for (var i = 0; i < Parameters.Length; i++)
            {
                if (Parameters[i].grad is not { } gradient) continue;
                if (decay != 0) gradient = gradient.add(Parameters[i], maximize ? -decay : decay);
                Parameters[i].add_(momentum != 0 ? Step(i, gradient) : gradient, maximize ? Rate : -Rate);
            }
        }

        private Tensor Step(int i, Tensor gradient)
        {
            if (velocities[i] is { } velocity) velocity.mul_(momentum).add_(gradient, 1 - dampening);
            else velocity = velocities[i] = gradient.clone().DetachFromDisposeScope();
            return nesterov ? gradient.add(velocity, momentum) : velocity;
        }

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            foreach (var velocity in velocities) velocity?.Dispose();
            base.Dispose(disposing);
        }
    }
}
