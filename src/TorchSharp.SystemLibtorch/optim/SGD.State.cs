using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The velocity of one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        /// <summary>The velocity, of the parameter's shape; null before the first step and without momentum.</summary>
        public Tensor? momentum_buffer;

        /// <summary>Frees the velocity.</summary>
        public void Dispose() => momentum_buffer?.Dispose();

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options) => Replace(ref momentum_buffer, null);

        /// <inheritdoc/>
        public override void to(Device device) => Move(ref momentum_buffer, device);

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer) => SaveConditionalStateTensor(writer, momentum_buffer);

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader) => LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source) => Replace(ref momentum_buffer, ((State)source).momentum_buffer);

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) => other is State state && Same(momentum_buffer, state.momentum_buffer);
    }

    /// <summary>What the optimizer can be told about a group; null for the optimizer's own value.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How much of the last step is repeated.</summary>
        public double? momentum;
        /// <summary>How much of the new gradient is left out of the momentum.</summary>
        public double? dampening;
        /// <summary>Added to the gradient, times the weight.</summary>
        public double? weight_decay;
        /// <summary>Look ahead along the momentum.</summary>
        public bool? nesterov;
        /// <summary>Ascend instead.</summary>
        public bool? maximize;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(momentum!.Value);
            writer.Write(dampening!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(nesterov!.Value);
            writer.Write(maximize!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            momentum = reader.ReadDouble();
            dampening = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            nesterov = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var o = (Options)source;
            (momentum, dampening, weight_decay, nesterov, maximize) = (o.momentum, o.dampening, o.weight_decay, o.nesterov, o.maximize);
        }
    }

    /// <summary>Parameters with options of their own.</summary>
    public class ParamGroup : ParamGroup<Options>, optim.IMomentum
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
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double momentum = 0, double dampening = 0, double weight_decay = 0, bool nesterov = false, bool maximize = false)
            : base(parameters, new Options { LearningRate = lr, momentum = momentum, dampening = dampening, weight_decay = weight_decay, nesterov = nesterov, maximize = maximize })
        {
        }

        /// <inheritdoc/>
        public double Momentum
        {
            get => Options.momentum!.Value;
            set => Options.momentum = value;
        }
    }
}
