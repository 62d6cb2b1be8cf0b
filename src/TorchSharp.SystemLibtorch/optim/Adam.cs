using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam: Kingma &amp; Ba 2015, algorithm 1.</summary>
            /// <param name="parameters">What to train.</param>
            /// <param name="lr">The step size.</param>
            /// <param name="beta1">How slowly the mean gradient forgets.</param>
            /// <param name="beta2">How slowly the mean squared gradient forgets.</param>
            /// <param name="eps">Added to the root of the mean squared gradient.</param>
            /// <param name="weight_decay">Added to the gradient, times the weight.</param>
            /// <param name="amsgrad">Divide by the greatest mean square so far: Reddi et al. 2018.</param>
            /// <param name="maximize">Ascend instead.</param>
            public static Adam Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Adam, over all parameters in one native call.</summary>
    public sealed class Adam : optim.Optimizer
    {
        private const int Columns = 5;
        private readonly double beta1, beta2, eps, decay;
        private readonly bool maximize;
        private readonly State?[] states;
        private readonly bool amsgrad;

        internal Adam(IEnumerable<Parameter> parameters, double lr, double beta1, double beta2, double eps, double decay, bool amsgrad, bool maximize) : base(parameters, lr)
        {
            (this.beta1, this.beta2, this.eps, this.decay, this.amsgrad, this.maximize) = (beta1, beta2, eps, decay, amsgrad, maximize);
            states = new State?[Parameters.Length];
        }

        private sealed record State(Tensor Mean, Tensor Square, Tensor? SquareMax)
        {
            public double Steps { get; set; }
        }

        private protected override unsafe void Update()
        {
            var table = stackalloc nint[Columns * Parameters.Length];
            var steps = stackalloc double[Parameters.Length];
            var gradients = new Tensor?[Parameters.Length];
            var rows = 0;
            for (var i = 0; i < Parameters.Length; i++)
            {
                if ((gradients[i] = Parameters[i].grad) is not { } gradient) continue;
                var state = states[i] ??= Start(Parameters[i]);
                steps[rows] = ++state.Steps;
                var row = table + Columns * rows++;
                (row[0], row[1], row[2], row[3], row[4]) = (Parameters[i].Handle, gradient.Handle, state.Mean.Handle, state.Square.Handle, state.SquareMax?.Handle ?? 0);
            }
            var options = stackalloc double[] { Rate, beta1, beta2, eps, decay, maximize ? 1 : 0 };
            Calls.Check(Calls.ts_adam(table, steps, rows, options), nameof(Adam));
            GC.KeepAlive(gradients);
            GC.KeepAlive(this);
        }

        private State Start(Parameter parameter) => new(
            zeros_like(parameter).DetachFromDisposeScope(),
            zeros_like(parameter).DetachFromDisposeScope(),
            amsgrad ? zeros_like(parameter).DetachFromDisposeScope() : null);

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            foreach (var state in states)
            {
                state?.Mean.Dispose();
                state?.Square.Dispose();
                state?.SquareMax?.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
