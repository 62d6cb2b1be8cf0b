using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Optimizers: how gradients change parameters.</summary>
    public static partial class optim
    {
        /// <summary>A group whose learning rate can be changed while training.</summary>
        public interface ILearningRateController
        {
            /// <summary>The step size.</summary>
            double LearningRate { get; set; }

            /// <summary>The step size that training began with.</summary>
            double InitialLearningRate { get; set; }
        }

        /// <summary>A group or an optimizer with a momentum.</summary>
        public interface IMomentum
        {
            /// <summary>How much of the last step is repeated.</summary>
            double Momentum { get; set; }
        }

        /// <summary>A group or an optimizer with two rates of forgetting.</summary>
        public interface IBetas
        {
            /// <summary>How slowly the mean gradient and the mean squared gradient forget.</summary>
            (double, double) Betas { get; set; }
        }

        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private protected Optimizer()
            {
            }

            private protected List<ParamGroup> Groups { get; } = [];

            /// <summary>The groups, to change their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            /// <summary>What is trained.</summary>
            public virtual IEnumerable<Parameter> parameters() => Groups.SelectMany(group => group.Parameters);

            /// <summary>Sets all gradients to zero.</summary>
            public abstract void zero_grad();

            /// <summary>Adds parameters with options of their own; options that are not set are the optimizer's.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            /// <summary>One update of all parameters that have a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first, if given.</param>
            /// <returns>The closure's loss, or null.</returns>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Frees the optimizer's state, not the parameters.</summary>
            public void Dispose()
            {
                Dispose(disposing: true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Frees the optimizer's state, not the parameters.</summary>
            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>An optimizer's options, one set a group, and its state, one a parameter; the objects themselves, not copies.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>The options of each group.</summary>
                public List<OptimizerOptions> Options { get; } = [];

                /// <summary>The state of each parameter, group after group.</summary>
                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the places of its parameters in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
