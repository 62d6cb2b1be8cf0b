using static TorchSharp.torch;

namespace GanNotebooks.Applications;

/// <summary>
/// The area under the receiver operating characteristic: how likely it is that one of the positives scores higher than one of the negatives.
/// It needs no threshold, and only the order of the scores counts. Hanley and McNeil 1982; Fawcett 2006, section 7.
/// </summary>
public static class Auroc
{
    /// <summary>1 when all positives score higher than all negatives, ½ for scores that say nothing, 0 when all score lower. Equal scores count ½.</summary>
    /// <param name="scores">A score for each sample, of any shape; not NaN.</param>
    /// <param name="positive">Which samples are positive, bool of the same shape; both kinds must occur.</param>
    /// <exception cref="ArgumentException">All are positives or none is, the shapes differ, or a score is NaN.</exception>
    public static double Of(Tensor scores, Tensor positive)
    {
        if (!scores.shape.SequenceEqual(positive.shape))
            throw new ArgumentException($"Scores of shape ({string.Join(", ", scores.shape)}) for positives of shape ({string.Join(", ", positive.shape)}): expected one score for each.", nameof(positive));
        using var scope = NewDisposeScope();
        (scores, positive) = (scores.detach().cpu().flatten(), positive.cpu().flatten().to(float64));
        if (scores.isnan().any().item<bool>()) throw new ArgumentException("A score is NaN and so neither high nor low: find out which network or division makes it.", nameof(scores));
        var (values, places, counts) = scores.unique(sorted: true, return_inverse: true, return_counts: true);
        var positives = zeros_like(values, float64).index_add_(0, places!, positive, 1);      // at each value that occurs
        var negatives = counts!.to(float64) - positives;
        var pairs = positives.sum() * negatives.sum();
        if (pairs.item<double>() == 0)
            throw new ArgumentException($"{positives.sum().item<double>():N0} of {positive.numel():N0} are positives: expected some that are and some that are not.", nameof(positive));
        var below = negatives.cumsum(0) - negatives;
        return ((positives * (below + negatives / 2)).sum() / pairs).item<double>();
    }
}
