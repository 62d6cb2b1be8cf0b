using GanNotebooks.Models;
using static TorchSharp.torch;

namespace GanNotebooks.Metrics;

/// <summary>
/// A small classifier, trained on real images. The labels and 64 features that it computes for generated images are used to measure them.
/// It is not an Inception network: numbers made with it can be compared only with each other.
/// </summary>
public sealed class ImageClassifier : Network
{
    /// <summary>How many features an image has.</summary>
    public const int FeatureCount = 64;

    private const int ChunkSize = 500;
    private readonly nn.Module<Tensor, Tensor> features;
    private readonly nn.Module<Tensor, Tensor> classes;
    private readonly Tensor scale = ones(1);        // makes the mean square of real images' features 1

    /// <summary>Builds the network.</summary>
    /// <param name="sampleShape">(C, H, W).</param>
    /// <param name="classCount">How many classes, at least 2.</param>
    public ImageClassifier(long[] sampleShape, long classCount) : base(nameof(ImageClassifier))
    {
        if (sampleShape is not [> 0, > 3, > 3]) throw new ArgumentException($"Samples of {string.Join("×", sampleShape)}: the classifier takes images (C, H, W) of at least 4×4.", nameof(sampleShape));
        ArgumentOutOfRangeException.ThrowIfLessThan(classCount, 2);
        (SampleShape, ClassCount) = (sampleShape, classCount);
        features = nn.Sequential(
            nn.Conv2d(sampleShape[0], 16, 3, stride: 2, padding: 1), nn.ReLU(inplace: true),
            nn.Conv2d(16, 32, 3, stride: 2, padding: 1), nn.ReLU(inplace: true),
            nn.Flatten(),
            nn.Linear(32 * ((sampleShape[1] + 3) / 4) * ((sampleShape[2] + 3) / 4), FeatureCount), nn.ReLU(inplace: true));
        classes = nn.Linear(FeatureCount, classCount);
        RegisterComponents();
    }

    /// <summary>The shape of one image.</summary>
    public long[] SampleShape { get; }

    /// <summary>How many classes.</summary>
    public long ClassCount { get; }

    /// <summary>The share of held-out real images that it labels correctly, in [0, 1]; NaN before it is trained.</summary>
    public double HeldOutAccuracy { get; internal set; } = double.NaN;

    /// <summary>Scores each image for every class.</summary>
    /// <param name="input">(N, C, H, W) in [-1, 1].</param>
    /// <returns>Logits, (N, classes).</returns>
    public override Tensor forward(Tensor input) => classes.call(features.call(Here(input)));

    /// <summary>The last hidden layer's outputs, scaled so that their mean square is 1 for real images: distances measured with two classifiers then have one scale.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N, 64) float64, without gradients.</returns>
    public Tensor Features(Tensor images) => InChunks(images, chunk => (features.call(Here(chunk)) * scale).cpu().to(float64));

    /// <summary>The most likely class of each image.</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <returns>(N) int64.</returns>
    public Tensor Classify(Tensor images) => InChunks(images, chunk => forward(chunk).argmax(1).cpu());

    /// <summary>The share of images that are classified as their label, in [0, 1].</summary>
    /// <param name="images">(N, C, H, W) in [-1, 1].</param>
    /// <param name="labels">The expected classes, (N) int64.</param>
    public double Accuracy(Tensor images, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return Classify(images).eq(labels.cpu()).to(float64).mean().item<double>();
    }

    /// <summary>Sets the features' scale from real images.</summary>
    internal void ScaleTo(Tensor images)
    {
        using var scope = NewDisposeScope();
        scale.div_(Here(Features(images).square().mean().sqrt().clamp_min(1e-12).to(float32)));
    }

    private static Tensor InChunks(Tensor images, Func<Tensor, Tensor> look)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        return cat(images.split(ChunkSize).Select(look).ToArray()).MoveToOuterDisposeScope();
    }
}
