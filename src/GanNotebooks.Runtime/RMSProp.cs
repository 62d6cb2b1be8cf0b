using System.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime;

/// <summary>TorchSharp's <see cref="TorchSharp.Modules.RMSProp"/>, which passes over memory once. Tieleman and Hinton 2012.</summary>
/// <remarks>It has TorchSharp's name, since saved files of an optimizer's state contain it. State, parameter groups, saved files and, except for rounding, results are TorchSharp's. Weights on a GPU, weights of other types than float32, and options that GANs do not use are left to TorchSharp.</remarks>
/// <param name="weights">The weights to update.</param>
/// <param name="lr">The step size.</param>
/// <param name="alpha">How slowly the mean squared gradient is forgotten, in [0, 1).</param>
/// <param name="eps">Prevents a division by zero.</param>
public sealed class RMSProp(IEnumerable<Parameter> weights, double lr = 0.01, double alpha = 0.99, double eps = 1e-8)
    : TorchSharp.Modules.RMSProp(weights, lr, alpha, eps)
{
    /// <inheritdoc/>
    public override void zero_grad() => OnePass.Forget(parameters());

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) =>
        _parameter_groups.All(group => IsUsual((Options)group.Options) && OnePass.CanServe(group.Parameters)) ? _step<ParamGroup>(Step, closure) : base.step(closure);

    private static bool IsUsual(Options options) => options is { weight_decay: 0, momentum: 0, centered: false, maximize: false };

    private void Step(ParamGroup group)
    {
        var options = group.Options;
        var update = new Update(options.alpha!.Value, options.eps!.Value, options.LearningRate!.Value);
        foreach (var weight in group.Parameters)
        {
            if (weight.grad is not { } gradient) continue;
            var state = (State)_state[weight.Handle];
            state.step++;
            OnePass.Run(update, weight, gradient, state.square_avg, state.square_avg);
        }
    }

    /// <summary>θ ← θ − rate · g / (√v + ε).</summary>
    private readonly struct Update(double alpha, double eps, double rate) : IUpdate
    {
        private readonly float keep = (float)alpha, take = (float)(1 - alpha), epsilon = (float)eps, size = (float)rate;

        public void Apply(ref Vector<float> weight, Vector<float> gradient, ref Vector<float> unused, ref Vector<float> square)
        {
            square = square * keep + gradient * gradient * take;
            weight -= gradient * size / (Vector.SquareRoot(square) + new Vector<float>(epsilon));
        }
    }
}
