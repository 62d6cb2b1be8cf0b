using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator DetachOp = new("detach");

        /// <summary>Starts or stops the recording of operations on this leaf tensor, and returns it.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            Calls.Check(Calls.ts_set_requires_grad(Handle, requires_grad ? 1 : 0), nameof(requires_grad_));
            GC.KeepAlive(this);
            return this;
        }

        /// <inheritdoc cref="requires_grad_"/>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>The gradient that <see cref="backward()"/> has accumulated, or null before the first.</summary>
        public unsafe Tensor? grad
        {
            get
            {
                nint gradient;
                Calls.Check(Calls.ts_grad(Handle, &gradient), nameof(grad));
                GC.KeepAlive(this);
                return gradient == 0 ? null : new Tensor(gradient);
            }
            set
            {
                Calls.Check(Calls.ts_set_grad(Handle, value?.Handle ?? 0), nameof(grad));
                GC.KeepAlive(this);
                GC.KeepAlive(value);
            }
        }

        /// <summary>The same values without history: gradients do not flow through the result.</summary>
        public Tensor detach() => DetachOp.Call(this);

        /// <summary>Adds the gradient of this scalar to every leaf that it depends on.</summary>
        public void backward() => backward(grad_tensors: null);

        /// <summary>Adds the gradient of this tensor, weighted by <paramref name="grad_tensors"/>, to every leaf that it depends on.</summary>
        /// <param name="grad_tensors">Weights of this tensor's shape; may be null for a scalar.</param>
        /// <param name="retain_graph">Keep the recorded operations for another pass.</param>
        /// <param name="create_graph">Record the pass itself, for second derivatives.</param>
        public void backward(IList<Tensor>? grad_tensors, bool retain_graph = false, bool create_graph = false) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph);
    }
}
