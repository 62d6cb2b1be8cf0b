using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class Adam
{
    /// <summary>The running means of one parameter.</summary>
    /// <param name="parameter">The parameter.</param>
    public class State(Parameter parameter) : OptimizerState(parameter), IDisposable
    {
        /// <summary>How many steps there were.</summary>
        public long step;
        /// <summary>The mean gradient.</summary>
        public Tensor? exp_avg;
        /// <summary>The mean squared gradient.</summary>
        public Tensor? exp_avg_sq;
        /// <summary>The greatest mean squared gradient so far, with amsgrad only.</summary>
        public Tensor? max_exp_avg_sq;

        /// <summary>Frees the means.</summary>
        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
            GC.SuppressFinalize(this);
        }

        /// <inheritdoc/>
        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            (step, exp_avg, exp_avg_sq) = (0, Zeros(), Zeros());
            max_exp_avg_sq = ((Options)options).amsgrad == true ? Zeros() : null;
        }

        /// <inheritdoc/>
        public override void to(Device device)
        {
            Move(ref exp_avg, device);
            Move(ref exp_avg_sq, device);
            Move(ref max_exp_avg_sq, device);
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            writer.Write(step);
            exp_avg!.Save(writer);
            exp_avg_sq!.Save(writer);
            SaveConditionalStateTensor(writer, max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            step = reader.ReadInt64();
            exp_avg!.Load(reader);
            exp_avg_sq!.Load(reader);
            LoadConditionalStateTensor(reader, ref max_exp_avg_sq, _parameter.device);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerState source)
        {
            var other = (State)source;
            step = other.step;
            Replace(ref exp_avg, other.exp_avg);
            Replace(ref exp_avg_sq, other.exp_avg_sq);
            Replace(ref max_exp_avg_sq, other.max_exp_avg_sq);
        }

        /// <inheritdoc/>
        public override bool ApproximatelyEquals(OptimizerState other) =>
            other is State state && step == state.step && Same(exp_avg, state.exp_avg) && Same(exp_avg_sq, state.exp_avg_sq) && Same(max_exp_avg_sq, state.max_exp_avg_sq);
    }

    /// <summary>What the optimizer can be told about a group; null for the optimizer's own value.</summary>
    public class Options : OptimizerOptions
    {
        /// <summary>How slowly the mean gradient forgets.</summary>
        public double? beta1;
        /// <summary>How slowly the mean squared gradient forgets.</summary>
        public double? beta2;
        /// <summary>The weight decay.</summary>
        public double? weight_decay;
        /// <summary>Added to the root of the mean squared gradient.</summary>
        public double? eps;
        /// <summary>Divide by the greatest mean square so far.</summary>
        public bool? amsgrad;
        /// <summary>Ascend instead.</summary>
        public bool? maximize;

        internal void FillFrom(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            eps ??= defaults.eps;
            weight_decay ??= defaults.weight_decay;
            amsgrad ??= defaults.amsgrad;
            maximize ??= defaults.maximize;
        }

        /// <inheritdoc/>
        public override void SaveStateDict(BinaryWriter writer)
        {
            base.SaveStateDict(writer);
            writer.Write(beta1!.Value);
            writer.Write(beta2!.Value);
            writer.Write(eps!.Value);
            writer.Write(weight_decay!.Value);
            writer.Write(amsgrad!.Value);
            writer.Write(maximize!.Value);
        }

        /// <inheritdoc/>
        public override void LoadStateDict(BinaryReader reader)
        {
            base.LoadStateDict(reader);
            beta1 = reader.ReadDouble();
            beta2 = reader.ReadDouble();
            eps = reader.ReadDouble();
            weight_decay = reader.ReadDouble();
            amsgrad = reader.ReadBoolean();
            maximize = reader.ReadBoolean();
        }

        /// <inheritdoc/>
        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var o = (Options)source;
            (beta1, beta2, eps, weight_decay, amsgrad, maximize) = (o.beta1, o.beta2, o.eps, o.weight_decay, o.amsgrad, o.maximize);
        }
    }
}
