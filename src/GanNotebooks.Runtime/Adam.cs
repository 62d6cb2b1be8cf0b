using System.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Runtime;

/// <summary>TorchSharp's <see cref="TorchSharp.Modules.Adam"/>, which passes over memory once instead of a dozen times. Kingma and Ba 2015, algorithm 1.</summary>
/// <remarks>It has TorchSharp's name, since saved files of an optimizer's state contain it. State, parameter groups, saved files and, except for rounding, results are TorchSharp's. Weights on a GPU, weights of other types than float32, and options that GANs do not use are left to TorchSharp.</remarks>
/// <param name="weights">The weights to update.</param>
/// <param name="lr">The step size.</param>
/// <param name="beta1">How slowly the mean gradient is forgotten, in [0, 1).</param>
/// <param name="beta2">How slowly the mean squared gradient is forgotten, in [0, 1).</param>
/// <param name="eps">Prevents a division by zero.</param>
public sealed class Adam(IEnumerable<Parameter> weights, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8)
    : TorchSharp.Modules.Adam(weights, lr, beta1, beta2, eps)
{
    /// <inheritdoc/>
    public override void zero_grad() => OnePass.Forget(parameters());

    /// <inheritdoc/>
    public override Tensor? step(Func<Tensor>? closure = null) =>
        _parameter_groups.All(group => IsUsual((Options)group.Options) && OnePass.CanServe(group.Parameters)) ? _step<ParamGroup>(Step, closure) : base.step(closure);

    private static bool IsUsual(Options options) => options is { weight_decay: 0, amsgrad: false, maximize: false };

    private void Step(ParamGroup group)
    {
        var options = group.Options;
        foreach (var weight in group.Parameters)
        {
            if (weight.grad is not { } gradient) continue;
            var state = (State)_state[weight.Handle];
            state.step++;
            var update = new Update(options.beta1!.Value, options.beta2!.Value, options.eps!.Value, options.LearningRate!.Value, state.step);
            OnePass.Run(update, weight, gradient, state.exp_avg, state.exp_avg_sq);
        }
    }

    /// <summary>θ ← θ − rate · m̂ / (√v̂ + ε), with the bias corrections of m̂ and v̂ moved out of the loop.</summary>
    private readonly struct Update(double beta1, double beta2, double eps, double rate, long step) : IUpdate
    {
        private readonly float keepMean = (float)beta1, keepSquare = (float)beta2, takeMean = (float)(1 - beta1), takeSquare = (float)(1 - beta2), epsilon = (float)eps;
        private readonly float correction = (float)(1 / Math.Sqrt(1 - Math.Pow(beta2, step))), size = (float)(rate / (1 - Math.Pow(beta1, step)));

        public void Apply(ref Vector<float> weight, Vector<float> gradient, ref Vector<float> mean, ref Vector<float> square)
        {
            mean = mean * keepMean + gradient * takeMean;
            square = square * keepSquare + gradient * gradient * takeSquare;
            weight -= mean * size / (Vector.SquareRoot(square) * correction + new Vector<float>(epsilon));
        }
    }
}
