using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The input itself.</summary>
            public static Identity Identity() => new();
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The input itself: a place for a layer that may be left out.</summary>
    public sealed class Identity : nn.Module<Tensor, Tensor>
    {
        internal Identity() : base(nameof(Identity))
        {
        }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input) => input.alias();
    }
}
