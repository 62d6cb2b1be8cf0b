using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Parameters that are trained with the same options.</summary>
public class ParamGroup : optim.ILearningRateController
{
    /// <summary>The parameters.</summary>
    public IEnumerable<Parameter> Parameters { get; set; } = [];

    /// <summary>The options; null for the optimizer's.</summary>
    public OptimizerOptions? Options { get; set; }

    /// <inheritdoc/>
    public double LearningRate
    {
        get => Options!.LearningRate!.Value;
        set => Options!.LearningRate = value;
    }

    /// <inheritdoc/>
    public double InitialLearningRate
    {
        get => Options!.InitialLearningRate;
        set => Options!.InitialLearningRate = value;
    }
}

/// <summary>Parameters that are trained with the same options.</summary>
/// <typeparam name="TOptions">The optimizer's kind of options.</typeparam>
public class ParamGroup<TOptions> : ParamGroup where TOptions : OptimizerOptions
{
    /// <summary>An empty group.</summary>
    public ParamGroup()
    {
    }

    /// <summary>A group of parameters.</summary>
    public ParamGroup(IEnumerable<Parameter> parameters, TOptions? options = null)
    {
        Parameters = parameters;
        base.Options = options;
    }

    /// <summary>The options.</summary>
    public new TOptions Options
    {
        get => (TOptions)base.Options!;
        set => base.Options = value;
    }
}
