using static TorchSharp.torch;

namespace GanNotebooks.Models;

/// <summary>A generator that makes samples of a given class: each class has a learned vector, which is joined to z. Mirza and Osindero 2014, section 3.2.</summary>
public sealed class ConditionalGenerator : Generator
{
    private readonly Generator inner;
    private readonly nn.Module<Tensor, Tensor> embedding;

    /// <summary>Adds classes to a generator.</summary>
    /// <param name="classes">How many classes, at least 1.</param>
    /// <param name="embeddingSize">The length of a class's vector; the rest of the inner generator's latent vector is random.</param>
    /// <param name="inner">The generator that takes the joined vectors; this generator owns it.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or the embedding leaves nothing random.</exception>
    public ConditionalGenerator(long classes, long embeddingSize, Generator inner) : base(inner.LatentSize - embeddingSize, nameof(ConditionalGenerator))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(embeddingSize, inner.LatentSize);
        (Classes, this.inner) = (classes, inner);
        embedding = nn.Embedding(classes, embeddingSize);
        RegisterComponents();
    }

    /// <summary>How many classes it knows.</summary>
    public long Classes { get; }

    /// <summary>Samples of given classes.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="labels">Classes from 0, (N) int64; null draws random ones, all equally likely.</param>
    /// <returns>(N, …).</returns>
    public override Tensor forward(Tensor latents, Tensor? labels)
    {
        if (labels is not null) ClassLabels.Check(labels, Classes, GetName());
        var classes = labels ?? randint(Classes, [latents.shape[0]], dtype: int64);
        return inner.call(cat([Here(latents), embedding.call(Here(classes))], 1));
    }

    /// <summary>Samples between two classes, made from a mix of their vectors.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="from">Classes, (N) int64.</param>
    /// <param name="to">Classes, (N) int64.</param>
    /// <param name="part">The share of the second class, (N) in [0, 1].</param>
    /// <returns>(N, …).</returns>
    public Tensor Between(Tensor latents, Tensor from, Tensor to, Tensor part)
    {
        ClassLabels.Check(from, Classes, GetName());
        ClassLabels.Check(to, Classes, GetName());
        var vectors = embedding.call(Here(from)).lerp(embedding.call(Here(to)), Here(part).unsqueeze(1));
        return inner.call(cat([Here(latents), vectors], 1));
    }

    /// <summary>Samples of random classes, all equally likely.</summary>
    /// <param name="input">z, (N, LatentSize).</param>
    /// <returns>(N, …).</returns>
    public override Tensor forward(Tensor input) => forward(input, null);
}
