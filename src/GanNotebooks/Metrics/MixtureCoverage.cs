using TorchSharp;

namespace GanNotebooks.Metrics;

/// <summary>How well samples cover a mixture of Gaussians: the protocol of VEEGAN (Srivastava et al. 2017, section 5.1) and a stricter count.</summary>
/// <param name="Modes">The number of Gaussians.</param>
/// <param name="Captured">Modes with at least one high-quality sample: one within three standard deviations of the nearest mean.</param>
/// <param name="StrictlyCaptured">Modes with at least 20 of 2,500 samples of high quality (in proportion for other counts).</param>
/// <param name="HighQuality">The share of all samples that are of high quality, in [0, 1].</param>
/// <param name="ReverseKl">KL(samples' modes ‖ uniform) in nats over the high-quality samples: 0 is perfect, log Modes is one mode only, NaN when there are none.</param>
public sealed record MixtureCoverage(int Modes, int Captured, int StrictlyCaptured, double HighQuality, double ReverseKl)
{
    /// <summary>The sample count of the published tables.</summary>
    public const int ProtocolSamples = 2500;

    private const double StrictShare = 20.0 / ProtocolSamples;

    /// <summary>Measures how samples cover the Gaussians.</summary>
    /// <param name="samples">(N, d).</param>
    /// <param name="centers">The Gaussians' means, (Modes, d).</param>
    /// <param name="standardDeviation">The spread of each Gaussian, positive.</param>
    public static MixtureCoverage Of(torch.Tensor samples, torch.Tensor centers, double standardDeviation)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(standardDeviation);
        using var scope = torch.NewDisposeScope();
        var (distance, nearest) = torch.cdist(samples.detach().cpu(), centers.cpu()).min(1);
        var high = nearest[distance <= 3 * standardDeviation];
        var counts = high.bincount(null, centers.shape[0]).data<long>().ToArray();
        return FromCounts(counts, samples.shape[0]);
    }

    /// <summary>The same measures from the number of high-quality samples at each mode.</summary>
    /// <param name="counts">High-quality samples, one number per mode.</param>
    /// <param name="samples">All samples, high quality or not.</param>
    public static MixtureCoverage FromCounts(IReadOnlyList<long> counts, long samples)
    {
        var high = counts.Sum();
        var kl = high == 0 ? double.NaN : counts.Where(c => c > 0).Sum(c => (double)c / high * Math.Log((double)c / high * counts.Count));
        return new MixtureCoverage(counts.Count, counts.Count(c => c > 0), counts.Count(c => c >= StrictShare * samples), (double)high / samples, kl);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Captured} of {Modes} modes ({StrictlyCaptured} by the strict count), {HighQuality:P1} high quality, reverse KL {ReverseKl:N3}";
}
