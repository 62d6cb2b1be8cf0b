using TorchSharp;

namespace GanNotebooks.Metrics;

/// <summary>Measures of generated images, made with a small classifier of the real ones.</summary>
/// <param name="FrechetDistance">See <see cref="ClassifierFrechetDistance"/>.</param>
/// <param name="KernelDistance">See <see cref="Metrics.KernelDistance"/>.</param>
/// <param name="Coverage">Precision and recall.</param>
/// <param name="LabelAccuracy">The share of images that are classified as their label, in [0, 1]; null without labels.</param>
public sealed record SampleQuality(double FrechetDistance, double KernelDistance, PrecisionRecall Coverage, double? LabelAccuracy)
{
    /// <summary>Measures generated images.</summary>
    /// <param name="classifier">Trained on the real data.</param>
    /// <param name="real">(N, C, H, W) in [-1, 1].</param>
    /// <param name="generated">(M, C, H, W) in [-1, 1].</param>
    /// <param name="labels">The classes that were asked for, (M) int64, or null.</param>
    public static SampleQuality Of(ImageClassifier classifier, torch.Tensor real, torch.Tensor generated, torch.Tensor? labels = null)
    {
        using var scope = torch.NewDisposeScope();
        var (x, y) = (classifier.Features(real), classifier.Features(generated));
        return new(Metrics.FrechetDistance.Between(x, y), Metrics.KernelDistance.Between(x, y), PrecisionRecall.Of(x, y),
            labels is null ? null : classifier.Accuracy(generated, labels));
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"Fréchet distance {FrechetDistance:N2}, kernel distance {KernelDistance:N4} (both on classifier features), {Coverage}{(LabelAccuracy is { } right ? $", {right:P1} look like their label" : "")}";
}
