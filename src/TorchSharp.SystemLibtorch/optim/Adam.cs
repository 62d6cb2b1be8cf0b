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

            /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static Adam Adam(IEnumerable<Adam.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Adam, over a group's parameters in one native call.</summary>
    public partial class Adam : OptimizerHelper, optim.IBetas
    {
        private readonly Options defaults;

        /// <summary>An optimizer of one group.</summary>
        public Adam(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        /// <summary>An optimizer of several groups.</summary>
        public Adam(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            defaults = Checked<Options>(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
            AddGroups(parameters);
        }

        /// <summary>The betas of groups without their own.</summary>
        public (double, double) Betas
        {
            get => (defaults.beta1!.Value, defaults.beta2!.Value);
            set => (defaults.beta1, defaults.beta2) = value;
        }

        private protected override OptimizerState CreateState(Parameter parameter) => new State(parameter);

        private protected override void Complete(Modules.ParamGroup group) => ((Options)(group.Options ??= new Options())).FillFrom(defaults);

        private protected override void Update(Modules.ParamGroup group) => Update(group, StateOf<State>, decoupled: false);

        /// <summary>Options of Adam's or AdamW's, each within its range.</summary>
        internal static T Checked<T>(double lr, double beta1, double beta2, double eps, double weight_decay, bool amsgrad, bool maximize) where T : Options, new() => new()
        {
            LearningRate = Within(lr, lr >= 0, nameof(lr)),
            InitialLearningRate = lr,
            beta1 = Within(beta1, beta1 is >= 0 and < 1, nameof(beta1)),
            beta2 = Within(beta2, beta2 is >= 0 and < 1, nameof(beta2)),
            eps = Within(eps, eps >= 0, nameof(eps)),
            weight_decay = Within(weight_decay, weight_decay >= 0, nameof(weight_decay)),
            amsgrad = amsgrad,
            maximize = maximize,
        };

        /// <summary>One step of a group of Adam's or AdamW's.</summary>
        internal static unsafe void Update(Modules.ParamGroup group, Func<Parameter, State> stateOf, bool decoupled)
        {
            const int Columns = 5;
            var o = (Options)group.Options!;
            var parameters = (IReadOnlyList<Parameter>)group.Parameters;
            var table = stackalloc nint[Columns * parameters.Count];
            var steps = stackalloc double[parameters.Count];
            var rows = 0;
            foreach (var parameter in parameters)
            {
                if (parameter.grad is not { } gradient) continue;
                var state = stateOf(parameter);
                steps[rows] = ++state.step;
                var row = table + Columns * rows++;
                (row[0], row[1], row[2], row[3], row[4]) = (parameter.Handle, gradient.Handle, state.exp_avg!.Handle, state.exp_avg_sq!.Handle, state.max_exp_avg_sq?.Handle ?? 0);
            }
            var options = stackalloc double[]
            {
                o.LearningRate!.Value, o.beta1!.Value, o.beta2!.Value, o.eps!.Value, o.weight_decay!.Value, o.maximize == true ? 1 : 0, decoupled ? 1 : 0,
            };
            Calls.Check(Calls.ts_adam(table, steps, rows, options), nameof(Adam));
            GC.KeepAlive(group);
        }
    }
}
