using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    private sealed class GradMode : IDisposable
    {
        private readonly int before = Calls.ts_grad_mode();

        public GradMode(bool enabled) => Calls.ts_set_grad_mode(enabled ? 1 : 0);

        public void Dispose() => Calls.ts_set_grad_mode(before);
    }

    private sealed class InferenceMode(bool enabled) : IDisposable
    {
        private nint guard = Calls.ts_enter_inference(enabled ? 1 : 0);

        public void Dispose()
        {
            if (guard != 0) Calls.ts_leave_inference(guard);
            guard = 0;
        }
    }

    /// <summary>Records nothing until the result is disposed: <c>using var _ = torch.no_grad();</c></summary>
    public static IDisposable no_grad() => new GradMode(false);

    /// <summary>Records (or not) until the result is disposed.</summary>
    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    /// <summary>Records (or not) until the result is disposed.</summary>
    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    /// <summary>Whether operations are recorded on this thread.</summary>
    public static bool is_grad_enabled() => Calls.ts_grad_mode() != 0;

    /// <summary>Like <see cref="no_grad"/>, faster still: tensors made inside can never take part in differentiation.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    /// <summary>Automatic differentiation.</summary>
    public static unsafe class autograd
    {
        /// <summary>Adds the gradients of <paramref name="tensors"/> to every leaf that they depend on.</summary>
        public static void backward(IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false)
        {
            var outputs = Handles(tensors);
            var seeds = grad_tensors is null ? null : Handles(grad_tensors);
            CheckSeeds(outputs, seeds);
            fixed (nint* output = outputs, seed = seeds)
                Calls.Check(Calls.ts_backward(output, seed, outputs.Length, (retain_graph ?? create_graph) ? 1 : 0, create_graph ? 1 : 0), nameof(backward));
            GC.KeepAlive(tensors);
            GC.KeepAlive(grad_tensors);
        }

        /// <summary>Adds the gradient of a tensor to every leaf that it depends on.</summary>
        public static void backward(Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false) =>
            backward([tensor], grad_tensors, retain_graph, create_graph);

        /// <summary>Adds the gradient of a weighted tensor to every leaf that it depends on.</summary>
        public static void backward(Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false) =>
            backward([tensor], [grad_tensor], retain_graph, create_graph);

        /// <summary>The gradients of the sum of <paramref name="outputs"/> with respect to <paramref name="inputs"/>, without touching any <c>grad</c>.</summary>
        /// <param name="outputs">What to differentiate.</param>
        /// <param name="inputs">With respect to what.</param>
        /// <param name="grad_outputs">Weights of the outputs; may be null where they are scalars.</param>
        /// <param name="retain_graph">Keep the recorded operations for another pass; second derivatives need it too.</param>
        /// <param name="create_graph">Record the pass itself, for second derivatives.</param>
        /// <param name="allow_unused">Return an empty tensor, not an error, for an input that no output depends on.</param>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            nint[] ys = Handles(outputs), xs = Handles(inputs), found = new nint[inputs.Count];
            var seeds = grad_outputs is null ? null : Handles(grad_outputs);
            CheckSeeds(ys, seeds);
            fixed (nint* y = ys, x = xs, seed = seeds, gradient = found)
            {
                var status = Calls.ts_gradients(y, seed, ys.Length, x, xs.Length, retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, gradient);
                Calls.Check(status, nameof(grad));
            }
            GC.KeepAlive(outputs);
            GC.KeepAlive(inputs);
            GC.KeepAlive(grad_outputs);
            return Array.ConvertAll(found, handle => handle == 0 ? empty(0) : new Tensor(handle));
        }

        private static nint[] Handles(IList<Tensor> tensors) => tensors.Select(tensor => tensor.Handle).ToArray();

        private static void CheckSeeds(nint[] outputs, nint[]? seeds)
        {
            if (seeds is not null && seeds.Length != outputs.Length)
                throw new ArgumentException($"{outputs.Length} outputs but {seeds.Length} gradients for them: expected one each.");
        }
    }
}
