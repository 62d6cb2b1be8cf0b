using GanNotebooks.Models;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// Makes one vector of a caption: each word's learned vector, times a learned vector of the word's position, summed over the caption.
/// Without positions it would be a bag of words, in which "a red star above a blue ring" and "a blue star above a red ring" are the same.
/// </summary>
public sealed class CaptionEncoder : Network
{
    private readonly nn.Module<Tensor, Tensor> words;
    private readonly Parameter places;

    /// <summary>Builds the network.</summary>
    /// <param name="vocabulary">The size of the vocabulary, padding (0) included.</param>
    /// <param name="vectorSize">The length of a caption's vector.</param>
    /// <param name="maxLength">The largest number of words in a caption.</param>
    /// <param name="scale">The initial mean of the positions' vectors, which decides how large captions' vectors are.</param>
    public CaptionEncoder(long vocabulary, long vectorSize = 32, long maxLength = 16, double scale = 1) : base(nameof(CaptionEncoder))
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(vocabulary, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(vectorSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        (Vocabulary, VectorSize) = (vocabulary, vectorSize);
        words = nn.Embedding(vocabulary, vectorSize, padding_idx: 0);       // padding is a row of zeros, which is not trained and adds nothing
        places = new Parameter(scale * (1 + 0.5 * randn(maxLength, vectorSize)));
        RegisterComponents();
    }

    /// <summary>The size of the vocabulary, padding included.</summary>
    public long Vocabulary { get; }

    /// <summary>The length of a caption's vector.</summary>
    public long VectorSize { get; }

    /// <summary>Encodes captions.</summary>
    /// <param name="input">The numbers of the captions' words, (N, L) int64, 0 after a caption's end.</param>
    /// <returns>(N, VectorSize).</returns>
    /// <exception cref="ArgumentException">The tensor does not hold captions, a caption is too long, or a number stands for no word.</exception>
    public override Tensor forward(Tensor input)
    {
        if (input.ndim != 2 || input.dtype != ScalarType.Int64 || input.shape[1] > places.shape[0])
            throw new ArgumentException($"{GetName()} got {input.dtype} ({string.Join(", ", input.shape)}); expected captions, (N, L) int64, of at most {places.shape[0]} words.", nameof(input));
        if (ClassLabels.Unknown(input, Vocabulary) is { } number)
            throw new ArgumentException($"{GetName()} knows {Vocabulary} numbers, 0 to {Vocabulary - 1}, and got {number}. Build it for as many as the vocabulary has.", nameof(input));
        return (words.call(Here(input)) * places[..(int)input.shape[1]]).sum(1);
    }

    /// <summary>Encodes captions as a trained encoder does: in evaluation mode and without gradients.</summary>
    /// <param name="captions">The numbers of the captions' words, (N, L) int64.</param>
    /// <returns>(N, VectorSize), on the CPU.</returns>
    public Tensor Encode(Tensor captions) => Evaluate(() => forward(captions));
}
