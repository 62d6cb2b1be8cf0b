using System.Text.Json.Serialization;
using GanNotebooks.Models;

namespace GanNotebooks.Trainers;

/// <summary>
/// How a GAN grows: everything follows from the number of real images seen, without other state. The first resolution is only
/// stabilized; each further one is faded in, then stabilized. Karras et al. 2018, figure 2 and appendix A.1.
/// </summary>
public sealed record ProgressiveSchedule
{
    /// <summary>The side of the first images in pixels: 4, 8, 16, …</summary>
    public long FirstResolution { get; init; } = 4;

    /// <summary>The side of the last images, in pixels.</summary>
    public long LastResolution { get; init; } = 32;

    /// <summary>For how many images new layers are faded in.</summary>
    public long FadeImages { get; init; } = 800_000;

    /// <summary>For how many images a resolution is then trained as a whole.</summary>
    public long StabilizeImages { get; init; } = 800_000;

    /// <summary>Images per batch, unless <see cref="BatchSizes"/> says otherwise.</summary>
    public int BatchSize { get; init; } = 16;

    /// <summary>Other batch sizes, by resolution: small images are fast, so their batches can be larger.</summary>
    public IReadOnlyDictionary<long, int> BatchSizes { get; init; } = new Dictionary<long, int>();

    /// <summary>The learning rate of both networks, unless <see cref="Rates"/> says otherwise.</summary>
    public double Rate { get; init; } = 1e-3;

    /// <summary>Other learning rates, by resolution.</summary>
    public IReadOnlyDictionary<long, double> Rates { get; init; } = new Dictionary<long, double>();

    /// <summary>How many real images are seen until the last resolution is stabilized.</summary>
    [JsonIgnore]
    public long TotalImages => StabilizeImages + Doublings * (FadeImages + StabilizeImages);

    private int Doublings => GrowthStage.Whole(LastResolution).Doublings - GrowthStage.Whole(FirstResolution).Doublings;

    /// <summary>The stage, batch size and learning rate after some number of real images.</summary>
    /// <param name="imagesSeen">How many, 0 or more; after the end of the schedule the last stage stays.</param>
    public ProgressiveStage At(long imagesSeen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(imagesSeen);
        var phase = FadeImages + StabilizeImages;                                 // a fade, then its stabilizing
        var sinceFirst = imagesSeen - StabilizeImages;
        var doublings = sinceFirst < 0 ? 0 : (int)Math.Min(sinceFirst / phase + 1, Doublings);
        var intoFade = doublings == 0 ? FadeImages : sinceFirst - (doublings - 1) * phase;
        var alpha = intoFade >= FadeImages ? 1 : (double)intoFade / FadeImages;
        var resolution = FirstResolution << doublings;
        return new(new GrowthStage(resolution, alpha), BatchSizes.GetValueOrDefault(resolution, BatchSize), Rates.GetValueOrDefault(resolution, Rate));
    }
}

/// <summary>The settings of a growing training at one moment.</summary>
/// <param name="Growth">How far the networks have grown.</param>
/// <param name="BatchSize">Images per batch.</param>
/// <param name="Rate">The learning rate of both networks.</param>
public readonly record struct ProgressiveStage(GrowthStage Growth, int BatchSize, double Rate);
