using TorchSharp;

namespace GanNotebooks.Metrics;

/// <summary>
/// The recipe of the FID (Heusel et al. 2017) on the features of a small classifier of the data at hand. It ranks generators of these data;
/// it is not the FID of papers, which uses an Inception network.
/// </summary>
public static class ClassifierFrechetDistance
{
    /// <summary>The distance: 0 when both sets' features have the same distribution; larger is worse. It falls as the number of images grows, so compare equal numbers.</summary>
    /// <param name="classifier">Trained on the real data.</param>
    /// <param name="real">(N, C, H, W) in [-1, 1].</param>
    /// <param name="generated">(M, C, H, W) in [-1, 1].</param>
    public static double Of(ImageClassifier classifier, torch.Tensor real, torch.Tensor generated)
    {
        using var scope = torch.NewDisposeScope();
        return FrechetDistance.Between(classifier.Features(real), classifier.Features(generated));
    }
}
