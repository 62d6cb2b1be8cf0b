using TorchSharp.Modules;

namespace GanNotebooks.Trainers;

/// <summary>How gradients become changes of weights.</summary>
public interface IUpdateRule
{
    /// <summary>Creates an optimizer that follows the rule.</summary>
    /// <param name="weights">The weights to update.</param>
    /// <param name="rate">The step size.</param>
    OptimizerHelper For(IEnumerable<Parameter> weights, double rate);
}

/// <summary>Adam: steps of about the same size for all weights. Kingma and Ba 2015.</summary>
/// <param name="Beta1">How slowly the mean gradient is forgotten; GANs need a smaller value than the usual 0.9.</param>
/// <param name="Beta2">How slowly the mean squared gradient is forgotten.</param>
/// <param name="Epsilon">Prevents a division by zero.</param>
public sealed record AdamRule(double Beta1 = 0.5, double Beta2 = 0.999, double Epsilon = 1e-8) : IUpdateRule
{
    /// <inheritdoc/>
    public OptimizerHelper For(IEnumerable<Parameter> weights, double rate) => new Runtime.Adam(weights, rate, Beta1, Beta2, Epsilon);
}

/// <summary>RMSProp: Adam without a mean gradient. Tieleman and Hinton 2012.</summary>
/// <param name="Alpha">How slowly the mean squared gradient is forgotten.</param>
/// <param name="Epsilon">Prevents a division by zero.</param>
public sealed record RmsPropRule(double Alpha = 0.99, double Epsilon = 1e-8) : IUpdateRule
{
    /// <inheritdoc/>
    public OptimizerHelper For(IEnumerable<Parameter> weights, double rate) => new Runtime.RMSProp(weights, rate, Alpha, Epsilon);
}
