using System.Security.Cryptography;
using System.Text;
using TorchSharp;

namespace GanNotebooks.Data;

/// <summary>Images with a caption each: a batch's samples are images, its labels the numbers of the captions' words.</summary>
public sealed class CaptionedImages : ILabelledBatchSource, IResumableSource
{
    private readonly ImageDataset images;
    private readonly torch.Tensor tokens;

    /// <summary>Puts images and captions together.</summary>
    /// <param name="images">The images.</param>
    /// <param name="captions">What each shows, in the same order.</param>
    /// <param name="vocabulary">The captions' words; made of them when left out.</param>
    /// <exception cref="ArgumentException">There are more of the one than of the other, or a word is not known.</exception>
    public CaptionedImages(ImageDataset images, IReadOnlyList<string> captions, Vocabulary? vocabulary = null)
    {
        if (captions.Count != images.Count) throw new ArgumentException($"{images.Name}: {images.Count:N0} images and {captions.Count:N0} captions; expected one caption an image, in the same order.", nameof(captions));
        (this.images, Captions, Vocabulary) = (images, captions, vocabulary ?? new Vocabulary(captions));
        tokens = Vocabulary.Encode(captions).DetachFromDisposeScope();
    }

    /// <summary>The captions, in the images' order.</summary>
    public IReadOnlyList<string> Captions { get; }

    /// <summary>The captions' words.</summary>
    public Vocabulary Vocabulary { get; }

    /// <inheritdoc/>
    public string Name => $"{images.Name} with captions";

    /// <summary>How many images.</summary>
    public long Count => images.Count;

    /// <inheritdoc/>
    public long[] SampleShape => images.SampleShape;

    /// <inheritdoc/>
    public string Fingerprint => $"{images.Fingerprint}; captions sha256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Vocabulary.Words.Concat(Captions)))))}";

    /// <inheritdoc/>
    public torch.Tensor NextBatch(int count) => images.NextBatch(count);

    /// <inheritdoc/>
    public Batch NextLabelledBatch(int count)
    {
        using var scope = torch.NewDisposeScope();
        var (samples, labels) = Select(images.NextIndices(count));
        return new(samples.MoveToOuterDisposeScope(), labels!.MoveToOuterDisposeScope());
    }

    /// <summary>Chosen images and their captions.</summary>
    /// <param name="indices">Which, (n) int64.</param>
    /// <returns>Images, (n, C, H, W) in [-1, 1], and the numbers of their captions' words, (n, L) int64.</returns>
    public Batch Select(torch.Tensor indices) => new(images.Select(indices), tokens.index_select(0, indices));

    /// <summary>Some of the images as data of their own, such as those to learn from.</summary>
    /// <param name="indices">Which, (n) int64, at least one.</param>
    public ILabelledBatchSource Subset(torch.Tensor indices) => new Subset(Name, SampleShape, Select, indices);

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, torch.Tensor> Position() => images.Position();

    /// <inheritdoc/>
    public void Restore(IReadOnlyDictionary<string, torch.Tensor> position) => images.Restore(position);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Count:N0} images, {Vocabulary.Words.Count} words";
}
