using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Gradient descent with each step divided by the root of the mean squared gradient: Hinton 2012, lecture 6e.</summary>
            /// <param name="parameters">What to train.</param>
            /// <param name="lr">The step size.</param>
            /// <param name="alpha">How slowly the mean squared gradient forgets.</param>
            /// <param name="eps">Added to the root of the mean squared gradient.</param>
            /// <param name="weight_decay">Added to the gradient, times the weight.</param>
            /// <param name="momentum">How much of the last step is repeated.</param>
            /// <param name="centered">Divide by the deviation from the mean gradient instead: Graves 2013, section 4.2.</param>
            /// <param name="maximize">Ascend instead.</param>
            public static RMSProp RMSProp(IEnumerable<Parameter> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static RMSProp RMSProp(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, alpha, eps, weight_decay, momentum, centered, maximize);

            /// <inheritdoc cref="RMSProp(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static RMSProp RMSProp(IEnumerable<RMSProp.ParamGroup> parameters, double lr = 0.01, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false) =>
                new(parameters, lr, alpha, eps, weight_decay, momentum, centered, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>RMSProp, over a group's parameters in one native call.</summary>
    public partial class RMSProp : OptimizerHelper, optim.IMomentum
    {
        private readonly Options defaults;

        /// <summary>An optimizer of one group.</summary>
        public RMSProp(IEnumerable<Parameter> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, alpha, eps, weight_decay, momentum, centered, maximize)
        {
        }

        /// <summary>An optimizer of several groups.</summary>
        public RMSProp(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double alpha = 0.99, double eps = 1e-8, double weight_decay = 0, double momentum = 0, bool centered = false, bool maximize = false)
        {
            defaults = new Options
            {
                LearningRate = Within(lr, lr >= 0, nameof(lr)),
                InitialLearningRate = lr,
                alpha = Within(alpha, alpha >= 0, nameof(alpha)),
                eps = Within(eps, eps >= 0, nameof(eps)),
                weight_decay = Within(weight_decay, weight_decay >= 0, nameof(weight_decay)),
                momentum = Within(momentum, momentum >= 0, nameof(momentum)),
                centered = centered,
                maximize = maximize,
            };
            AddGroups(parameters);
        }

        /// <summary>The momentum of groups without one of their own.</summary>
        public double Momentum
        {
            get => defaults.momentum!.Value;
            set => defaults.momentum = value;
        }

        private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group)
        {
            var options = (Options)(group.Options ??= new Options());
            options.LearningRate ??= defaults.LearningRate;
            options.alpha ??= defaults.alpha;
            options.eps ??= defaults.eps;
            options.weight_decay ??= defaults.weight_decay;
            options.momentum ??= defaults.momentum;
            options.centered ??= defaults.centered;
            options.maximize ??= defaults.maximize;
        }

        private protected override unsafe void Update(Modules.ParamGroup group)
        {
            const int Columns = 5;
            var o = (Options)group.Options!;
            var parameters = (IReadOnlyList<Parameter>)group.Parameters;
            var table = stackalloc nint[Columns * parameters.Count];
            var rows = 0;
            foreach (var parameter in parameters)
            {
                if (parameter.grad is not { } gradient) continue;
                var state = StateOf<State>(parameter);
                state.step++;
                var row = table + Columns * rows++;
                (row[0], row[1], row[2]) = (parameter.Handle, gradient.Handle, state.square_avg!.Handle);
                row[3] = o.centered == true ? state.grad_avg!.Handle : 0;
                row[4] = o.momentum > 0 ? state.momentum_buffer!.Handle : 0;
            }
            var options = stackalloc double[] { o.LearningRate!.Value, o.alpha!.Value, o.eps!.Value, o.weight_decay!.Value, o.momentum!.Value, o.maximize == true ? 1 : 0 };
            Calls.Check(Calls.ts_rmsprop(table, rows, options), nameof(RMSProp));
            GC.KeepAlive(this);
        }
    }
}
