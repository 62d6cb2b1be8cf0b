using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class optim
        {
            /// <summary>Adam with a decay apart from the gradient: Loshchilov &amp; Hutter 2019, algorithm 2.</summary>
            /// <param name="parameters">What to train.</param>
            /// <param name="lr">The step size.</param>
            /// <param name="beta1">How slowly the mean gradient forgets.</param>
            /// <param name="beta2">How slowly the mean squared gradient forgets.</param>
            /// <param name="eps">Added to the root of the mean squared gradient.</param>
            /// <param name="weight_decay">How much of the weight each step takes away, times the step size.</param>
            /// <param name="amsgrad">Divide by the greatest mean square so far: Reddi et al. 2018.</param>
            /// <param name="maximize">Ascend instead.</param>
            public static AdamW AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static AdamW AdamW(IEnumerable<(string name, Parameter parameter)> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters.Select(entry => entry.parameter), lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

            /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
            public static AdamW AdamW(IEnumerable<AdamW.ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
                new(parameters, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Adam with decoupled decay, over a group's parameters in one native call.</summary>
    public partial class AdamW : OptimizerHelper, optim.IBetas
    {
        private readonly Options defaults;

        /// <summary>An optimizer of one group.</summary>
        public AdamW(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
        {
        }

        /// <summary>An optimizer of several groups.</summary>
        public AdamW(IEnumerable<ParamGroup> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        {
            defaults = Adam.Checked<Options>(lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
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

        private protected override void Update(Modules.ParamGroup group) => Adam.Update(group, StateOf<Adam.State>, decoupled: true);
    }
}
