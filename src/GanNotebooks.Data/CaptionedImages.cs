using System.Security.Cryptography;
using System.Text;
using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Images with one caption each: a batch's labels are the numbers of the captions' words, (N, L) int64.</summary>
public sealed class CaptionedImages : ConditionedImages
{
    private readonly torch.Tensor tokens;

    /// <summary>Combines images and captions.</summary>
    /// <param name="images">The images.</param>
    /// <param name="captions">What each image shows, in the same order.</param>
    /// <param name="vocabulary">The captions' words; built from the captions when left out.</param>
    /// <exception cref="ArgumentException">The counts differ, or a word is not in the vocabulary.</exception>
    public CaptionedImages(ImageDataset images, IReadOnlyList<string> captions, Vocabulary? vocabulary = null) : base(images)
    {
        if (captions.Count != images.Count) throw new ArgumentException($"{images.Name}: {images.Count:N0} images and {captions.Count:N0} captions; expected one caption per image, in the same order.", nameof(captions));
        (Captions, Vocabulary) = (captions, vocabulary ?? new Vocabulary(captions));
        tokens = Vocabulary.Encode(captions).DetachFromDisposeScope();
    }

    /// <summary>The captions, in the images' order.</summary>
    public IReadOnlyList<string> Captions { get; }

    /// <summary>The captions' words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public override string Name => $"{Images.Name} with captions";

    /// <inheritdoc/>
    public override string Fingerprint => $"{Images.Fingerprint}; captions sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Vocabulary.Words.Concat(Captions)))))}";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count:N0} images, {Vocabulary.Words.Count} words";

    /// <inheritdoc/>
    protected override torch.Tensor ConditionsOf(torch.Tensor indices, torch.Tensor samples) => tokens.index_select(0, indices);
}
