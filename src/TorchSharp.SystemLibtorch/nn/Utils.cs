using TorchSharp.Modules;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>What is done to all parameters or gradients of a network at once.</summary>
        public static partial class utils
        {
            private static readonly Operator Length = new("linalg_vector_norm");

            /// <summary>Scales all gradients together so that their common norm is at most a given one.</summary>
            /// <param name="tensors">The parameters whose gradients to scale; those without a gradient do not count.</param>
            /// <param name="max_norm">The largest norm.</param>
            /// <param name="norm_type">The p of the norm; infinity for the largest absolute value.</param>
            /// <returns>The norm as it was.</returns>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var gradients = Gradients(tensors);
                if (gradients.Length == 0) return 0;
                var each = Array.ConvertAll(gradients, gradient => Length.Call(gradient, norm_type));
                var norm = Length.Call(stack(each), norm_type).ReadFirst();
                var share = max_norm / (norm + 1e-6);
                if (share < 1) foreach (var gradient in gradients) gradient.mul_(share);
                return norm;
            }

            /// <summary>Cuts every number of every gradient to [−clip_value, clip_value].</summary>
            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                foreach (var gradient in Gradients(tensors)) gradient.clamp_(-clip_value, clip_value);
            }

            /// <summary>All parameters one after the other, as one vector that carries gradients to them.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.reshape(-1))]).MoveToOuterDisposeScope();
            }

            /// <summary>Makes all parameters parts of one vector, as <see cref="parameters_to_vector"/> lays them out; they share its memory.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var _ = no_grad();
                var place = 0L;
                foreach (var parameter in tensors)
                {
                    var part = vec.narrow(0, place, parameter.numel()).view(parameter.shape).detach();
                    Module.SetData(parameter, part);
                    place += part.numel();
                }
            }

            private static Tensor[] Gradients(IEnumerable<Parameter> tensors) => [.. tensors.Select(parameter => parameter.grad).OfType<Tensor>()];
        }
    }
}
