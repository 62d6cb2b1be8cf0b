using static TorchSharp.torch;
using Generator = GanNotebooks.Models.Generator;

namespace GanNotebooks.Applications;

/// <summary>A generator that makes what a caption describes: the caption's vector is joined to z. Reed et al. 2016, section 4.1.</summary>
public sealed class CaptionGenerator : Generator
{
    private readonly CaptionEncoder encoder;
    private readonly Generator inner;

    /// <summary>Adds captions to a generator.</summary>
    /// <param name="encoder">Encodes the captions; this generator owns it.</param>
    /// <param name="inner">The generator that takes the joined vectors; this generator owns it.</param>
    /// <exception cref="ArgumentOutOfRangeException">The captions' vectors leave nothing random.</exception>
    public CaptionGenerator(CaptionEncoder encoder, Generator inner) : base(inner.LatentSize - encoder.VectorSize, nameof(CaptionGenerator))
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(encoder.VectorSize, inner.LatentSize, nameof(encoder));
        (this.encoder, this.inner) = (encoder, inner);
        RegisterComponents();
    }

    /// <summary>Generates samples that captions describe.</summary>
    /// <param name="latents">z, (N, LatentSize).</param>
    /// <param name="labels">The numbers of the captions' words, (N, L) int64.</param>
    /// <returns>(N, …).</returns>
    /// <exception cref="ArgumentException">There are no captions, or one that cannot be read.</exception>
    public override Tensor forward(Tensor latents, Tensor? labels) => labels is null
        ? throw new ArgumentException($"{GetName()} makes what captions describe, and got none. Pass the numbers of their words: Generate(latents, captions), or train on images with captions.", nameof(labels))
        : inner.call(cat([Here(latents), encoder.call(labels)], 1));

    /// <summary>Always throws: there is no caption.</summary>
    /// <exception cref="ArgumentException">Always.</exception>
    public override Tensor forward(Tensor input) => forward(input, null);
}
