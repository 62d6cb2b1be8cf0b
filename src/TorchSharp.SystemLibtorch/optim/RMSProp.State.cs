using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class RMSProp
{
    /// <summary>The running means of one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public sealed class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        /// <summary>How many steps there were.</summary>
        public long step;
        /// <summary>The mean squared gradient.</summary>
        public Tensor? square_avg;
        /// <summary>The velocity.</summary>
        public Tensor? momentum_buffer;
        /// <summary>The mean gradient.</summary>
        public Tensor? grad_avg;

        /// <summary>Frees the means.</summary>
        public void Dispose()
        {
            square_avg?.Dispose();
            momentum_buffer?.Dispose();
            grad_avg?.Dispose();
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            (step, square_avg, momentum_buffer, grad_avg) = (0, Zeros(), Zeros(), Zeros());
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Move(ref square_avg, device);
            Move(ref momentum_buffer, device);
            Move(ref grad_avg, device);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            square_avg!.Save(writer);
            SaveConditionalStateTensor(writer, momentum_buffer);
            SaveConditionalStateTensor(writer, grad_avg);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            square_avg!.Load(reader);
            LoadConditionalStateTensor(reader, ref momentum_buffer, _parameter.device);
            LoadConditionalStateTensor(reader, ref grad_avg, _parameter.device);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Replace(ref square_avg, other.square_avg);
            Replace(ref momentum_buffer, other.momentum_buffer);
            Replace(ref grad_avg, other.grad_avg);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Same(square_avg, state.square_avg) && Same(momentum_buffer, state.momentum_buffer) && Same(grad_avg, state.grad_avg);
    }

    /// <summary>What the optimizer can be told about a group; null for the optimizer's own value.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>Ascend instead.</summary>
        public bool? maximize;
        /// <summary>How much of the last step is repeated.</summary>
        public double? momentum;
        /// <summary>How slowly the mean squared gradient forgets.</summary>
        public double? alpha;
        /// <summary>Added to the root of the mean squared gradient.</summary>
        public double? eps;
        /// <summary>Added to the gradient, times the weight.</summary>
        public double? weight_decay;
        /// <summary>Divide by the deviation from the mean gradient instead.</summary>
        public bool? centered;

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(maximize!.Value);
            writer.Write(momentum!.Value);
            writer.Write(alpha!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(centered!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            maximize = reader.ReadBoolean();
            momentum = reader.ReadDouble();
            alpha = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            centered = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var o = (Options)source;
            (maximize, momentum, alpha, eps, weight_decay, centered) = (o.maximize, o.momentum, o.alpha, o.eps, o.weight_decay, o.centered);
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

        /// <summary>A group with options of its own.</summary>
        public ParamGroup(IEnumerable<Parameter> parameters, double lr = 1e-3, double eps = 1e-8, double alpha = 0.99, double weight_decay = 0, double momentum = 0, bool centered = false)
            : base(parameters, new Options { LearningRate = lr, eps = eps, alpha = alpha, weight_decay = weight_decay, momentum = momentum, centered = centered })
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
