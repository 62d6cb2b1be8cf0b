using TorchSharp.Modules;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A learned vector a class: classes of Int64, (…) → (…, D).</summary>
            /// <param name="num_embeddings">How many classes there are.</param>
            /// <param name="embedding_dims">D.</param>
            /// <param name="padding_idx">A class whose vector is zero and stays so.</param>
            /// <param name="max_norm">How long a vector may be; a longer one is cut when it is used.</param>
            /// <param name="norm_type">The p of that length.</param>
            /// <param name="scale_grad_by_freq">Whether a gradient is divided by how often its class is in the batch.</param>
            /// <param name="sparse">Whether gradients are sparse tensors.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Embedding Embedding(long num_embeddings, long embedding_dims, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null)
            {
                var vectors = randn([num_embeddings, embedding_dims], dtype, device);
                if (padding_idx is { } zero) vectors[zero] = zeros([embedding_dims], dtype, device);
                return new(new Parameter(vectors), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse);
            }

            /// <summary>Given vectors, (classes, D), as an embedding.</summary>
            /// <param name="embeddings">The vectors, which are shared and not copied.</param>
            /// <param name="freeze">Whether they stay as they are.</param>
            /// <param name="padding_idx">A class whose vector gets no gradient.</param>
            /// <param name="max_norm">How long a vector may be; a longer one is cut when it is used.</param>
            /// <param name="norm_type">The p of that length.</param>
            /// <param name="scale_grad_by_freq">Whether a gradient is divided by how often its class is in the batch.</param>
            /// <param name="sparse">Whether gradients are sparse tensors.</param>
            /// <param name="device">Where the parameters live.</param>
            /// <param name="dtype">The parameters' element type.</param>
            public static Embedding Embedding_from_pretrained(Tensor embeddings, bool freeze = true, long? padding_idx = null, double? max_norm = null, double norm_type = 2, bool scale_grad_by_freq = false, bool sparse = false, Device? device = null, ScalarType? dtype = null) =>
                new Embedding(new Parameter(embeddings.detach(), !freeze), padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse).to(device ?? embeddings.device, dtype ?? float32);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A learned vector a class.</summary>
    public sealed class Embedding : nn.Module<Tensor, Tensor>
    {
        private static readonly Operator Look = new("embedding");
        private static readonly Operator Shorten = new("embedding_renorm_");

        private readonly long ignored;
        private readonly double? longest;
        private readonly double normType;
        private readonly bool byFrequency;
        private readonly bool sparse;

        internal Embedding(Parameter vectors, long? padding, double? longest, double normType, bool byFrequency, bool sparse) : base(nameof(Embedding))
        {
            weight = vectors;
            ignored = padding switch { null => -1, < 0 => vectors.shape[0] + padding.Value, _ => padding.Value };
            (this.longest, this.normType, this.byFrequency, this.sparse) = (longest, normType, byFrequency, sparse);
        }

        /// <summary>The vectors, (classes, D).</summary>
        public Parameter weight { get; set => field = Replaced(nameof(weight), field, value); }

        /// <inheritdoc/>
        public override Tensor forward(Tensor input)
        {
            if (longest is { } length)
            {
                using var _ = no_grad();
                Shorten.CallInPlace(weight, input, length, normType);
            }
            return Look.Call(weight, input, ignored, byFrequency, sparse);
        }
    }
}
