using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class utils
        {
            public static partial class data
            {
                /// <summary>A data set of tensors that lie in memory: example i is the i-th part of each along the first dimension.</summary>
                public static TensorDataset TensorDataset(params Tensor[] tensors) => new(tensors);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A data set of tensors that lie in memory.</summary>
    public class TensorDataset : utils.data.IterableDataset
    {
        private readonly Tensor[] tensors;

        internal TensorDataset(Tensor[] tensors)
        {
            if (tensors is null || tensors.Length == 0) throw new ArgumentNullException(nameof(tensors));
            var sizes = tensors.Select(tensor => tensor.shape[0]).Distinct().ToArray();
            if (sizes.Length > 1) throw new ArgumentException($"The tensors are of {string.Join(", ", sizes)} examples: expected the same number in each.", nameof(tensors));
            this.tensors = [.. tensors.Select(tensor => tensor.alias().DetachFromDisposeScope())];
        }

        /// <summary>One example: a part of each tensor.</summary>
        public IList<Tensor> this[long index] => [.. tensors.Select(tensor => tensor[index])];

        /// <inheritdoc/>
        public override long Count => tensors[0].shape[0];

        /// <inheritdoc/>
        public override IList<Tensor> GetTensor(long index) => this[index];

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing)
                foreach (var tensor in tensors) tensor.Dispose();
            base.Dispose(disposing);
        }
    }
}
