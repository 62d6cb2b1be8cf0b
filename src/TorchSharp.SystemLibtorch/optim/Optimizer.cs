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
            double InitialLearningRate { get; }
        }

        /// <summary>Changes parameters by their gradients.</summary>
        public abstract class Optimizer : IDisposable
        {
            private readonly Group group;

            private protected Optimizer(IEnumerable<Parameter> parameters, double learningRate)
            {
                Parameters = [.. parameters];
                if (Parameters.Length == 0)
                    throw new ArgumentException("There is nothing to train: the module registered no parameters. Is RegisterComponents() called after its fields are set?", nameof(parameters));
                group = new Group(learningRate);
            }

            private protected Parameter[] Parameters { get; }

            private protected double Rate => group.LearningRate;

            /// <summary>The groups, to change their learning rates.</summary>
            public IEnumerable<ILearningRateController> ParamGroups => [group];

            /// <summary>What is trained.</summary>
            public IEnumerable<Parameter> parameters() => Parameters;

            /// <summary>Forgets all gradients.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in Parameters) parameter.grad = null;
            }

            /// <summary>One update of all parameters that have a gradient.</summary>
            /// <param name="closure">Computes the loss and its gradients first, if given.</param>
            /// <returns>The closure's loss, or null.</returns>
            public Tensor? step(Func<Tensor>? closure = null)
            {
                var loss = closure?.Invoke();
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                Update();
                return loss;
            }

            private protected abstract void Update();

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

            private sealed class Group(double rate) : ILearningRateController
            {
                public double LearningRate { get; set; } = rate;

                public double InitialLearningRate { get; } = rate;
            }
        }
    }
}
