using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The running means of one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public sealed class State(Parameter parameter) : Adam.State(parameter);

    /// <summary>What the optimizer can be told about a group; null for the optimizer's own value.</summary>
    public class Options : Adam.Options;

    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IBetas
    {
        /// <summary>An empty group.</summary>
        public ParamGroup()
        {
        }

        /// <summary>A group with options, of which those not set are the optimizer's.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, Options options) : base(parameters, options)
        {
        }

        /// <summary>A group with all options.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8, double weight_decay = 0, bool amsgrad = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, beta1 = beta1, beta2 = beta2, eps = eps, weight_decay = weight_decay, amsgrad = amsgrad, maximize = maximize })
        {
        }

        /// <inheritdoc/>
        public (double, double) Betas
        {
            get => (Options.beta1!.Value, Options.beta2!.Value);
            set => (Options.beta1, Options.beta2) = value;
        }
    }
}
