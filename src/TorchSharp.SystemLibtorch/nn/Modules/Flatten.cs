using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Several dimensions joined to one: (N, C, H, W) → (N, C·H·W).</summary>
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

            /// <summary>One dimension split into several: (N, C·H·W) → (N, C, H, W).</summary>
            public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Several dimensions joined to one.</summary>
    public sealed class Flatten : nn.Module<Tensor, Tensor>
    {
        internal Flatten(long start, long end) : base(nameof(Flatten)) => (start_dim, end_dim) = (start, end);

        /// <summary>The first dimension to join.</summary>
        public long start_dim { get; }

        /// <summary>The last dimension to join.</summary>
        public long end_dim { get; }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.flatten(start_dim, end_dim);
    }

    /// <summary>One dimension split into several.</summary>
    public sealed class Unflatten : nn.Module<Tensor, Tensor>
    {
        private readonly long dim;
        private readonly long[] sizes;

        internal Unflatten(long dim, long[] sizes) : base(nameof(Unflatten)) => (this.dim, this.sizes) = (dim, sizes);

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.unflatten(dim, sizes);
    }
}
