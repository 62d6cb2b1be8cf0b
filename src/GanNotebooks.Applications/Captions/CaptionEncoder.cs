using GanNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// Makes one vector of a caption: each word's learned vector, times a learned vector of the place where the word stands, summed over the caption.
/// Without the places it would be a bag of words, in which "a red star above a blue ring" and "a blue star above a red ring" are the same.
/// </summary>
public sealed class CaptionEncoder : Network
{
    private readonly nn.Module<Tensor, Tensor> words;
    private readonly Parameter places;

    /// <summary>Builds the network.</summary>
    /// <param name="vocabulary">How many numbers words have, padding (0) included.</param>
    /// <param name="vectorSize">The length of a caption's vector.</param>
    /// <param name="maxLength">The most words that a caption has.</param>
    /// <param name="scale">The mean of the places' vectors at the start, which decides how large captions' vectors are.</param>
    public CaptionEncoder(long vocabulary, long vectorSize = 32, long maxLength = 16, double scale = 1) : base(nameof(CaptionEncoder))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(vectorSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        (Vocabulary, VectorSize) = (vocabulary, vectorSize);
        words = nn.Embedding(vocabulary, vectorSize, padding_idx: 0);       // a row of zeros that stays: what is not there adds nothing
        places = new Parameter(scale * (1 + 0.5 * randn(maxLength, vectorSize)));
        RegisterComponents();
    }

    /// <summary>How many numbers words have.</summary>
    public long Vocabulary { get; }

    /// <summary>The length of a caption's vector.</summary>
    public long VectorSize { get; }

    /// <summary>Encodes captions.</summary>
    /// <param name="input">The numbers of words, (N, L) int64, 0 where a caption has ended.</param>
    /// <returns>(N, VectorSize).</returns>
    /// <exception cref="ArgumentException">These are no captions, too long ones, or a number stands for no word.</exception>
    public override Tensor forward(Tensor input)
    {
        if (input.ndim != 2 || input.dtype != ScalarType.Int64 || input.shape[1] > places.shape[0])
            throw new ArgumentException($"{GetName()} got {input.dtype} ({string.Join(", ", input.shape)}); expected captions, (N, L) int64, of at most {places.shape[0]} words.", nameof(input));
        if (ClassLabels.Unknown(input, Vocabulary) is { } number)
            throw new ArgumentException($"{GetName()} knows {Vocabulary} numbers, 0 to {Vocabulary - 1}, and got {number}. Build it for as many as the vocabulary has.", nameof(input));
        return (words.call(Here(input)) * places[..(int)input.shape[1]]).sum(1);
    }

    /// <summary>Captions' vectors, as one uses a trained encoder: in evaluation mode and without gradients.</summary>
    /// <param name="captions">The numbers of words, (N, L) int64.</param>
    /// <returns>(N, VectorSize), on the CPU.</returns>
    public Tensor Encode(Tensor captions) => Evaluate(() => forward(captions));
}
