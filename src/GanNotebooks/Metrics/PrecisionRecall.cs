using static TorchSharp.torch;

namespace GanNotebooks.Metrics;

/// <summary>Are the samples good (precision), and is the data's whole variety there (recall)? One number cannot answer both. Kynkäänniemi et al. 2019, equations 1 and 2.</summary>
/// <param name="Precision">The share of generated samples that lie among the real ones, in [0, 1].</param>
/// <param name="Recall">The share of real samples that lie among the generated ones, in [0, 1].</param>
public sealed record PrecisionRecall(double Precision, double Recall)
{
    /// <summary>Measures both. A sample lies among others if it is at least as near to one of them as that one's k-th neighbour.</summary>
    /// <param name="real">Features, (N, d), N greater than k.</param>
    /// <param name="generated">Features, (M, d), M greater than k.</param>
    /// <param name="neighbours">k: 3 in the paper.</param>
    public static PrecisionRecall Of(Tensor real, Tensor generated, int neighbours = 3)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        if (Math.Min(real.shape[0], generated.shape[0]) <= neighbours)
            throw new ArgumentException($"{real.shape[0]} real and {generated.shape[0]} generated samples: expected more than k = {neighbours} of each.", nameof(real));
        using var scope = NewDisposeScope();
        (real, generated) = (real.cpu(), generated.cpu());
        return new(Covered(generated, real, neighbours), Covered(real, generated, neighbours));
    }

    /// <summary>The share of samples within the balls around the others.</summary>
    private static double Covered(Tensor samples, Tensor others, int neighbours)
    {
        var radii = cdist(others, others).topk(neighbours + 1, dim: 1, largest: false).values[TensorIndex.Colon, neighbours];      // the nearest is itself
        return (cdist(samples, others) <= radii.unsqueeze(0)).to(float64).max(1).values.mean().item<double>();
    }

    /// <inheritdoc/>
    public override string ToString() => $"precision {Precision:N2}, recall {Recall:N2}";
}
