using TorchSharp.Modules;
using TorchSharp.Native;
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

            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(IEnumerable<(string name, Parameter parameter)> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), learningRate, momentum, dampening, weight_decay, nesterov, maximize);

            /// <inheritdoc cref="SGD(IEnumerable{Parameter}, double, double, double, double, bool, bool)"/>
            public static SGD SGD(IEnumerable<SGD.ParamGroup> parameters, double learningRate, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false) =>
                new(parameters, learningRate, momentum, dampening, weight_decay, nesterov, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Stochastic gradient descent, over a group's parameters in one native call.</summary>
    public partial class SGD : OptimizerHelper, optim.IMomentum
    {
        private readonly Options defaults;

        /// <summary>An optimizer of one group.</summary>
        public SGD(IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
        {
        }

        /// <summary>An optimizer of several groups.</summary>
        public SGD(IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
        {
            if (nesterov && (momentum <= 0 || dampening != 0)) throw new ArgumentException("Nesterov's look ahead needs a momentum and no dampening.", nameof(nesterov));
            defaults = new Options
            {
                LearningRate = Within(lr, lr >= 0, nameof(lr)),
                InitialLearningRate = lr,
                momentum = Within(momentum, momentum >= 0, nameof(momentum)),
                dampening = dampening,
                weight_decay = Within(weight_decay, weight_decay >= 0, nameof(weight_decay)),
                nesterov = nesterov,
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
            options.momentum ??= defaults.momentum;
            options.dampening ??= defaults.dampening;
            options.weight_decay ??= defaults.weight_decay;
            options.nesterov ??= defaults.nesterov;
            options.maximize ??= defaults.maximize;
        }

        private protected override unsafe void Update(Modules.ParamGroup group)
        {
            var o = (Options)group.Options!;
            var parameters = (IReadOnlyList<Parameter>)group.Parameters;
            var table = stackalloc nint[3 * parameters.Count];
            var first = stackalloc double[parameters.Count];
            var rows = 0;
            foreach (var parameter in parameters)
            {
                if (parameter.grad is not { } gradient) continue;
                var state = StateOf<State>(parameter);
                first[rows] = o.momentum != 0 && state.momentum_buffer is null ? 1 : 0;
                if (o.momentum != 0) state.momentum_buffer ??= empty_like(parameter).DetachFromDisposeScope();
                var row = table + 3 * rows++;
                (row[0], row[1], row[2]) = (parameter.Handle, gradient.Handle, o.momentum != 0 ? state.momentum_buffer!.Handle : 0);
            }
            var options = stackalloc double[] { o.LearningRate!.Value, o.momentum!.Value, o.dampening!.Value, o.weight_decay!.Value, o.nesterov == true ? 1 : 0, o.maximize == true ? 1 : 0 };
            Calls.Check(Calls.ts_sgd(table, first, rows, options), nameof(SGD));
            GC.KeepAlive(this);
        }
    }
}
